import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { ResultsContext, type Results, type ResultsClosed } from './resultsContext';

interface Followed {
  readonly operationIds: readonly number[];
  readonly open: boolean;
  readonly closed: ResultsClosed | undefined;
}

const nothing: Followed = { operationIds: [], open: false, closed: undefined };

/** Remembers which operations are followed; how they stand is asked from the journal. */
export function ResultsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [followed, setFollowed] = useState(nothing);
  const results = useMemo(
    (): Results => ({
      operationIds: followed.operationIds,
      open: followed.open,
      show: (operationIds, closed) => {
        setFollowed({ operationIds, open: true, closed });
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
