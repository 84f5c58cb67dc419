import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { PeopleCoverage } from '../../../../shared/domain/person/memberPerson';
import { EmptyState } from '../../../components/EmptyState';
import { orphansText } from './orphansText';

interface OrphansEmptyProps {
  readonly coverage: PeopleCoverage;
  /** How many people the filter hides. */
  readonly hidden: number;
  /** Clears the filter. */
  readonly showAll: () => void;
}

/** Why nobody is listed, and what to do. */
export function OrphansEmpty({ coverage, hidden, showAll }: OrphansEmptyProps): ReactElement {
  if (hidden > 0) {
    return (
      <EmptyState
        title={orphansText.nobodyAtOwnTitle}
        action={<Button onClick={showAll}>{orphansText.showAllDomains}</Button>}
      >
        {orphansText.nobodyAtOwnBody(hidden)}
      </EmptyState>
    );
  }
  return coverage.asOf === null ? (
    <EmptyState title={orphansText.unreadTitle}>{orphansText.unreadBody}</EmptyState>
  ) : (
    <EmptyState title={orphansText.nobodyTitle}>{orphansText.nobodyBody}</EmptyState>
  );
}
