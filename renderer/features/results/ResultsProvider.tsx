import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { Exclusion } from '../../../shared/domain/invitation/exclusions';
import { maxFollowed } from '../../queries/outbox';
import { goTo } from '../../navigation/useRoute';
import { ResultsContext, type Results, type ResultsClosed } from './resultsContext';

interface Followed {
  readonly operationIds: readonly number[];
  readonly leftOut: readonly Exclusion[];
  readonly open: boolean;
  readonly closed: ResultsClosed | undefined;
}

const nothing: Followed = { operationIds: [], leftOut: [], open: false, closed: undefined };

/** Keeps the list of operations being followed; their status comes from the journal. */
export function ResultsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [followed, setFollowed] = useState(nothing);
  const results = useMemo(
    (): Results => ({
      operationIds: followed.operationIds,
      leftOut: followed.leftOut,
      open: followed.open,
      show: ({ operationIds, runId, leftOut = [] }, closed) => {
        if (runId !== undefined && operationIds.length > maxFollowed) {
          setFollowed({ ...nothing, leftOut });
          goTo({ screen: 'operations', runId });
        } else {
          setFollowed({ operationIds, leftOut, open: true, closed });
        }
      },
      reopen: () => {
        setFollowed((now) => ({ ...now, open: true }));
      },
      close: (operations) => {
        setFollowed((now) => ({ ...now, open: false, closed: undefined }));
        followed.closed?.(operations);
      },
      forget: () => {
        setFollowed(nothing);
      },
    }),
    [followed],
  );
  return <ResultsContext value={results}>{children}</ResultsContext>;
}
