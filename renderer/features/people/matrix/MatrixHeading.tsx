import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { PeopleCoverage } from '../../../../shared/domain/person/memberPerson';
import { AsOfBeside } from '../../../components/Times';
import { ExportAccess } from '../ExportAccess';
import { PeopleViews } from '../PeopleViews';
import { matrixText } from './matrixText';
import { peopleOfView, type MatrixView } from './matrixView';

interface MatrixHeadingProps {
  readonly view: MatrixView;
  readonly total: number;
  readonly coverage: PeopleCoverage;
  readonly refreshing: boolean;
  /** Asks Amazon; null if nobody is signed in. */
  readonly refresh: (() => void) | null;
}

/** The age of the oldest list, Export, and Refresh. */
export function MatrixHeading(props: MatrixHeadingProps): ReactElement {
  const { view, total, coverage, refreshing, refresh } = props;
  return (
    <Header
      variant="h1"
      description={
        <span className="inline-row wide">
          <PeopleViews shown="matrix" />
          {matrixText.description}
        </span>
      }
      info={coverage.asOf === null ? undefined : <AsOfBeside at={coverage.asOf} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <ExportAccess query={{ ...peopleOfView(view), accountSearch: view.accountSearch }} total={total} />
          <Button
            iconName="refresh"
            ariaLabel={matrixText.refresh}
            loading={refreshing}
            disabled={refresh === null}
            onClick={() => refresh?.()}
          />
        </SpaceBetween>
      }
    >
      {matrixText.title}
    </Header>
  );
}
