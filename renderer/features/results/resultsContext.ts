import { createContext, use } from 'react';
import type { Exclusion } from '../../../shared/domain/invitation/exclusions';
import type { Operation } from '../../../shared/domain/outbox/operation';

/** Called once when the person closes the results, with the operations as they stood then. */
export type ResultsClosed = (operations: readonly Operation[]) => void;

/** Changes as they were written down. */
export interface Written {
  readonly operationIds: readonly number[];
  /** Their run, where they may be more than can be followed in a dialog. */
  readonly runId?: number;
  /** What was asked for as well and is not among them. */
  readonly leftOut?: readonly Exclusion[];
}

export interface Results {
  /** The operations being followed; empty when none are. */
  readonly operationIds: readonly number[];
  /** What the latest changes left out; also where they are followed under Operations. */
  readonly leftOut: readonly Exclusion[];
  /** Whether the dialog is open; followed but not open means that a notice tells how they go. */
  readonly open: boolean;
  /**
   * Follows these changes instead of the ones before and opens the dialog; where they are too many for it, goes to their
   * run under Operations.
   */
  readonly show: (written: Written, closed?: ResultsClosed) => void;
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
