import type { SenderProcess } from './senderProcess';

/** When a process is to be killed, and whether that moment came. */
export interface PlannedKillOf<Moment extends string> {
  /** Whether this is the planned moment, after it was skipped as often as planned. */
  readonly isDue: (moment: Moment) => boolean;
  readonly killAfter: (ms: number) => void;
  /** When it was killed: at the planned moment or, if that didn't come, at any time. */
  readonly killedAt: () => Moment | 'at any time';
}

/** @param plan `while it starts` is a moment that always comes */
export function plannedKill<Moment extends string>(
  plan: { readonly moment: Moment; readonly skip: number; readonly afterMs: number },
  sender: Pick<SenderProcess, 'isKilled' | 'kill' | 'ended'>,
): PlannedKillOf<Moment> {
  let skipped = 0;
  let hasCome = plan.moment === 'while it starts';
  const killAfter = (ms: number): void => {
    const timer = setTimeout(sender.kill, ms);
    void sender.ended.catch(() => undefined).then(() => clearTimeout(timer));
  };
  if (hasCome) killAfter(plan.afterMs);
  return {
    isDue(moment) {
      if (plan.moment !== moment || sender.isKilled()) return false;
      skipped += 1;
      hasCome ||= skipped > plan.skip;
      return hasCome;
    },
    killAfter,
    killedAt: () => (hasCome ? plan.moment : 'at any time'),
  };
}
