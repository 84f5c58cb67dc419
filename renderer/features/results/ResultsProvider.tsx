import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import type { Exclusion } from '../../../shared/domain/invitation/exclusions';
import { maxFollowed } from '../../queries/outbox';
import { goTo } from '../../navigation/useRoute';
import { ResultsContext, type AfterResults, type Results } from './resultsContext';

interface Followed {
  readonly operationIds: readonly number[];
  readonly leftOut: readonly Exclusion[];
  readonly open: boolean;
  readonly after: AfterResults;
}

const nothing: Followed = { operationIds: [], leftOut: [], open: false, after: {} };

/** Keeps the list of operations being followed; their status comes from the journal. */
export function ResultsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [followed, setFollowed] = useState(nothing);
  const results = useMemo(
    (): Results => ({
      operationIds: followed.operationIds,
      leftOut: followed.leftOut,
      open: followed.open,
      show: ({ operationIds, runId, leftOut = [] }, after = {}) => {
        if (runId !== undefined && operationIds.length > maxFollowed) {
          setFollowed({ ...nothing, leftOut });
          after.closed?.([]);
          goTo({ screen: 'operations', runId });
        } else {
          setFollowed({ operationIds, leftOut, open: true, after });
        }
      },
      reopen: () => {
        setFollowed((now) => ({ ...now, open: true }));
      },
      close: (operations) => {
        setFollowed((now) => ({ ...now, open: false, after: {} }));
        followed.after.closed?.(operations);
      },
      replace: (operationId, by) => {
        setFollowed((now) => ({
          ...now,
          operationIds: now.operationIds.flatMap((id) => (id === operationId ? by : id)),
        }));
      },
      inviteMore:
        followed.after.inviteMore === undefined
          ? null
          : () => {
              setFollowed(nothing);
              followed.after.inviteMore?.();
            },
      forget: () => {
        setFollowed(nothing);
      },
    }),
    [followed],
  );
  return <ResultsContext value={results}>{children}</ResultsContext>;
}
