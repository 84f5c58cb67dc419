import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { PeopleCoverage } from '../../../../shared/domain/person/memberPerson';
import { EmptyState } from '../../../components/EmptyState';
import { peopleListText } from './peopleListText';

interface PeopleEmptyProps {
  readonly coverage: PeopleCoverage;
  /** Clears the filters; null if there are none. */
  readonly showAll: (() => void) | null;
}

/** Why nobody is listed, and what to do. */
export function PeopleEmpty({ coverage, showAll }: PeopleEmptyProps): ReactElement {
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
  return coverage.asOf === null ? (
    <EmptyState title={peopleListText.unreadTitle}>{peopleListText.unreadBody}</EmptyState>
  ) : (
    <EmptyState title={peopleListText.nobodyTitle}>{peopleListText.nobodyBody}</EmptyState>
  );
}
