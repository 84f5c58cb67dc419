import { createContext, use } from 'react';
import type { Exclusion } from '../../../shared/domain/invitation/exclusions';
import type { Operation } from '../../../shared/domain/outbox/operation';

/** What the screen that asked for the changes does when the person is done with their results. */
export interface AfterResults {
  /**
   * Called once when the results are closed, with the operations as they stood then; without any where they are followed
   * under Operations instead.
   */
  readonly closed?: (operations: readonly Operation[]) => void;
  /** Goes on with the same accounts; called instead of `closed`. */
  readonly inviteMore?: () => void;
}

/** Recorded changes. */
export interface Written {
  readonly operationIds: readonly number[];
  /** Their run, if there may be too many to follow in a dialog. */
  readonly runId?: number;
  /** What was also requested but left out. */
  readonly leftOut?: readonly Exclusion[];
}

export interface Results {
  /** The operations being followed; empty when none are. */
  readonly operationIds: readonly number[];
  /** What the latest changes left out, even if they are followed under Operations. */
  readonly leftOut: readonly Exclusion[];
  /** Whether the dialog is open; if it is closed while following, a notice shows the progress. */
  readonly open: boolean;
  /**
   * Follows these changes instead of the previous ones and opens the dialog; if there are too many for it, goes to their run
   * under Operations.
   */
  readonly show: (written: Written, after?: AfterResults) => void;
  readonly reopen: () => void;
  readonly close: (operations: readonly Operation[]) => void;
  /** Follows the operations that were sent instead of one of these. */
  readonly replace: (operationId: number, by: readonly number[]) => void;
  /** Stops following, and invites more people; null where these were no invitations from the form. */
  readonly inviteMore: (() => void) | null;
  /** Stops following. */
  readonly forget: () => void;
}

export const ResultsContext = createContext<Results | null>(null);

/** The results of the latest changes, from any screen. */
export function useResults(): Results {
  const results = use(ResultsContext);
  if (results === null) throw new Error('useResults needs a ResultsProvider above it');
  return results;
}
