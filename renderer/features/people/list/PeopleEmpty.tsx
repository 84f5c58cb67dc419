import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { PeopleCoverage } from '../../../../shared/domain/person/memberPerson';
import { EmptyState } from '../../../components/EmptyState';
import { peopleListText } from './peopleListText';

interface PeopleEmptyProps {
  readonly coverage: PeopleCoverage;
  readonly refreshing: boolean;
  /** Asks Amazon; null if nobody is signed in. */
  readonly refresh: (() => void) | null;
  /** Clears the filters; null if there are none. */
  readonly showAll: (() => void) | null;
}

/** Why nobody is listed, and what to do. */
export function PeopleEmpty({ coverage, refreshing, refresh, showAll }: PeopleEmptyProps): ReactElement {
  if (showAll !== null) {
    return (
      <EmptyState
        title={peopleListText.noMatchTitle}
        action={<Button onClick={showAll}>{peopleListText.clearFilters}</Button>}
      >
        {peopleListText.noMatchBody}
      </EmptyState>
    );
  }
  if (coverage.asOf !== null) {
    return <EmptyState title={peopleListText.nobodyTitle}>{peopleListText.nobodyBody}</EmptyState>;
  }
  if (refreshing) {
    return <EmptyState title={peopleListText.readingTitle}>{peopleListText.readingBody}</EmptyState>;
  }
  return (
    <EmptyState
      title={peopleListText.unreadTitle}
      action={refresh === null ? undefined : <Button onClick={refresh}>{peopleListText.refresh}</Button>}
    >
      {peopleListText.unreadBody}
    </EmptyState>
  );
}
