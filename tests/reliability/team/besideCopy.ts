import { setTimeout as wait } from 'node:timers/promises';
import type { Fate, PassingCall } from '../amazon/gateway';
import type { StatementFate } from './storeProxy';
import type { StatementName } from './storeWire';

/** How long a call is held back for a copy that doesn't come, in ms. */
const patienceMs = 6000;

/**
 * Holds a desktop back between mark and call, once: its folder is copied while the store has yet to confirm what it marked, and
 * the call arrives at Amazon after the copy began. The copy finds a call that was certainly not made, which is wrong by then.
 */
export interface CopyMoment {
  /** Null: not the moment. */
  arrived(statement: StatementName): StatementFate | null;
  /** Null: it isn't held back. */
  called(call: PassingCall): Fate | null;
  /** Resolves when the folder is to be copied. */
  readonly hasCome: Promise<void>;
  /** The folder was copied. */
  copied(): void;
  /** The copy runs, and asked the store. */
  begun(): void;
}

export function createCopyMoment(): CopyMoment {
  const [come, copy, beginning] = [signal(), signal(), signal()];
  let [isDue, isHeld] = [true, false];
  const within = (happened: Promise<void>): Promise<unknown> =>
    Promise.race([happened, wait(patienceMs, undefined, { ref: false })]);
  return {
    arrived(statement) {
      if (statement !== 'confirm' || !isDue) return null;
      [isDue, isHeld] = [false, true];
      come.happen();
      return { as: 'pass', until: within(copy.happened) };
    },
    called({ kind }) {
      if (kind === 'read' || !isHeld) return null;
      return { as: 'pass', afterMs: 0, until: within(beginning.happened) };
    },
    hasCome: come.happened,
    copied: copy.happen,
    begun() {
      isHeld = false;
      beginning.happen();
    },
  };
}

function signal(): { readonly happened: Promise<void>; readonly happen: () => void } {
  let happen = (): void => undefined;
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { happened, happen: () => happen() };
}
