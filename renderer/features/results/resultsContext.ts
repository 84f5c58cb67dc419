import { createContext, use } from 'react';
import type { Operation } from '../../../shared/domain/operation';

/** Called once when the person closes the results, with the operations as they stood then. */
export type ResultsClosed = (operations: readonly Operation[]) => void;

export interface Results {
  /** The operations being followed; empty when none are. */
  readonly operationIds: readonly number[];
  /** Whether the dialog is open; followed but not open means that a notice tells how they go. */
  readonly open: boolean;
  /** Follows these operations instead of the ones before and opens the dialog. */
  readonly show: (operationIds: readonly number[], closed?: ResultsClosed) => void;
  readonly reopen: () => void;
  readonly close: (operations: readonly Operation[]) => void;
  /** Stops following. */
  readonly forget: () => void;
}

export const ResultsContext = createContext<Results | null>(null);

/** What became of the latest changes, from any screen. */
export function useResults(): Results {
  const results = use(ResultsContext);
  if (results === null) throw new Error('useResults needs a ResultsProvider above it');
  return results;
}
