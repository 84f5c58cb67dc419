import { setTimeout as wait } from 'node:timers/promises';
import type { Fate, PassingCall, Watcher } from '../amazon/gateway';
import type { LeftToDo } from '../messages';
import type { SenderProcess } from '../senderProcess';
import { plannedKill } from '../plannedKill';
import type { StatementFate, StoreWatcher } from './storeProxy';
import type { StatementName } from './storeWire';
import { statementMoments, type PlannedTeamKill, type TeamMoment } from './teamMoments';

/** Kills a desktop at its planned moment; the line and the way to the store report what happens. */
export interface TeamExecutioner {
  readonly line: Watcher;
  readonly store: StoreWatcher;
  /** It said what is left to do. */
  readonly looked: (left: LeftToDo) => void;
  /** A moment came that neither the line nor the store shows. */
  readonly came: (moment: TeamMoment) => void;
  /** When it was killed: at the planned moment or, if that didn't come, at any time. */
  readonly killedAt: () => TeamMoment;
}

/** What happens to calls and statements that no kill is about. */
export interface Otherwise {
  readonly line: (call: PassingCall) => Fate;
  readonly store: (statement: StatementName) => StatementFate;
}

/** What holds one desktop back, before anything else happens to its calls and statements. Null: nothing does. */
export interface Holds {
  readonly line: (call: PassingCall) => Fate | null;
  readonly store: (statement: StatementName, bytes: Buffer) => StatementFate | null;
}

export const nothingHeld: Holds = { line: () => null, store: () => null };

/** How long a moment is waited for, in ms, once the desktop may send, before it is killed anyway. */
const patienceMs = 5000;
/** And if it never may. */
const longPatienceMs = 12_000;
/** And where the moment is planned for a certain life: a slow machine needs its time. */
const heldPatienceMs = 30_000;

export function createTeamExecutioner(
  plan: PlannedTeamKill,
  sender: SenderProcess,
  otherwise: Otherwise,
  holds: Holds = nothingHeld,
): TeamExecutioner {
  const { isDue, killAfter, killedAt } = plannedKill(plan, sender);
  let wasFrozen = false;
  const isHeld = holds !== nothingHeld;
  const strike = (moment: TeamMoment): boolean => {
    if (!isDue(moment)) return false;
    if (plan.freezeMs > 0 && !wasFrozen) {
      wasFrozen = true;
      sender.freeze(wait(plan.freezeMs, undefined, { ref: false }));
      return false;
    }
    // No timer if it has to be immediate: not even this process's next turn comes before it.
    if (plan.afterMs === 0) sender.kill();
    else killAfter(plan.afterMs);
    return true;
  };
  const strikeAt = (statement: StatementName, at: (typeof statementMoments)[number]['at']): boolean =>
    statementMoments.some((each) => each.statement === statement && each.at === at && strike(each.moment));

  void sender.ready.then((isReady) => {
    if (isReady)
      killAfter(plan.moment === 'at any time' ? plan.afterMs : isHeld ? heldPatienceMs : longPatienceMs);
  });
  let mayWork = false;

  return {
    line: {
      arrived(call) {
        const held = holds.line(call);
        if (held !== null) return held;
        if (call.kind === 'read') {
          strike('while it reads a list');
          return { as: 'pass', afterMs: 0 };
        }
        if (isDue('call lost with it')) {
          sender.kill();
          return { as: 'lose' };
        }
        if (strike('as a call arrives')) return { as: 'pass', afterMs: plan.lateMs };
        return otherwise.line(call);
      },
      answered: ({ kind }) => {
        if (kind === 'change') strike('before the answer');
      },
      passedOn: ({ kind }) => {
        if (kind === 'change') strike('after the answer');
      },
    },
    store: {
      arrived(statement, bytes) {
        const held = holds.store(statement, bytes);
        if (held !== null) return held;
        if (!strikeAt(statement, 'arrived')) return otherwise.store(statement);
        return plan.isCarriedOut ? { as: 'cutLate', afterMs: plan.lateMs } : { as: 'cutBefore' };
      },
      answered: (statement) => {
        strikeAt(statement, 'answered');
      },
      passedOn: (statement) => {
        strikeAt(statement, 'passedOn');
      },
    },
    looked({ link, doubts }) {
      if (doubts > 0) strike('with doubts open');
      if (mayWork || link !== 'ready') return;
      mayWork = true;
      killAfter(isHeld ? heldPatienceMs : patienceMs);
    },
    came: (moment) => {
      strike(moment);
    },
    killedAt,
  };
}
