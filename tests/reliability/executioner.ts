import type { Fate, PassingCall, Watcher } from './amazon/gateway';
import type { Ask } from './messages';
import type { Moment, PlannedKill } from './moments';
import { plannedKill } from './plannedKill';
import type { SenderProcess } from './senderProcess';

/** Kills a sender at its planned moment. The line and the work report what happens; it recognizes the moment. */
export interface Executioner extends Watcher {
  /** A command that asks for a change was sent. */
  readonly onRequested: (ask: Ask) => void;
  /** Operations are in doubt. */
  readonly doubts: () => void;
  /** The disk is full. */
  readonly diskIsFull: () => void;
  /** When the sender was killed: at the planned moment or, if that didn't come, at any time. */
  readonly killedAt: () => Moment;
}

/** How long a moment is waited for, in ms, before the sender is killed anyway. */
const patienceMs = 4000;

/** @param line the fate of calls that no kill is about */
export function createExecutioner(
  plan: PlannedKill,
  sender: SenderProcess,
  line: (call: PassingCall) => Fate,
): Executioner {
  const { isDue, killAfter, killedAt } = plannedKill(plan, sender);
  const strike = (moment: Moment): void => {
    if (!isDue(moment)) return;
    // No timer if it has to be immediate: not even this process's next turn comes before it.
    if (plan.afterMs === 0) sender.kill();
    else killAfter(plan.afterMs);
  };

  sender.onWriting((step) => strike(step === 'staging' ? 'as it stages it' : 'as it writes it down'));
  void sender.ready.then((isReady) => {
    if (!isReady) return;
    killAfter(plan.moment === 'at any time' ? plan.afterMs : patienceMs);
  });

  return {
    arrived(call) {
      if (call.kind === 'read') {
        strike('while it reads a list');
        return { as: 'pass', afterMs: 0 };
      }
      if (isDue('call lost with it')) {
        sender.kill();
        return { as: 'lose' };
      }
      if (isDue('as a call arrives')) {
        sender.kill();
        return { as: 'pass', afterMs: plan.lateMs };
      }
      return line(call);
    },
    answered(call) {
      if (call.kind === 'change') strike('before the answer');
    },
    passedOn(call) {
      strike(call.kind === 'change' ? 'after the answer' : 'after it read a list');
    },
    onRequested({ kind }) {
      strike('as it accepts');
      if (kind === 'batch') strike('as it drafts a batch');
    },
    doubts: () => strike('with doubts open'),
    diskIsFull: () => strike('on a full disk'),
    killedAt,
  };
}
