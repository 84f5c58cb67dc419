import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ComponentProps, ReactElement } from 'react';
import type { PeopleCoverage } from '../../../../shared/domain/person/memberPerson';
import { formatNumber } from '../../../../shared/text/formats';
import { AsOfBeside } from '../../../components/Times';
import { linkTo } from '../../../navigation/useRoute';
import { ExportAccess } from '../ExportAccess';
import { PeopleViews } from '../PeopleViews';
import { peopleListText } from './peopleListText';

interface PeopleHeaderProps {
  readonly total: number;
  /** Whom the list shows, on all pages, in order. */
  readonly query: ComponentProps<typeof ExportAccess>['query'];
  readonly coverage: PeopleCoverage;
  readonly refreshing: boolean;
  /** Asks Amazon; null if nobody is signed in. */
  readonly refresh: (() => void) | null;
}

/** How many people, the age of the oldest list, and Refresh. No number is shown before a list was read. */
export function PeopleHeader({
  total,
  query,
  coverage: { asOf },
  refreshing,
  refresh,
}: PeopleHeaderProps): ReactElement {
  return (
    <Header
      variant="awsui-h1-sticky"
      {...(asOf === null && total === 0 ? {} : { counter: `(${formatNumber(total)})` })}
      description={
        <span className="inline-row wide">
          <PeopleViews shown="people" />
          {peopleListText.description}
        </span>
      }
      info={asOf === null ? undefined : <AsOfBeside at={asOf} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <ExportAccess query={query} total={total} />
          <Button {...linkTo({ screen: 'leavers' })}>{peopleListText.removeLeaver}</Button>
          <Button
            iconName="refresh"
            ariaLabel={peopleListText.refresh}
            loading={refreshing}
            disabled={refresh === null}
            onClick={() => refresh?.()}
          />
        </SpaceBetween>
      }
    >
      {peopleListText.people}
    </Header>
  );
}
