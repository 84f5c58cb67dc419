import { setTimeout as wait } from 'node:timers/promises';
import type { PassingCall } from '../amazon/gateway';
import type { Member } from '../inspect/ledger';
import type { SenderProcess } from '../senderProcess';
import type { StatementFate } from './storeProxy';
import type { StatementName } from './storeWire';
import type { SleepingMoment } from './teamMoments';
import type { Removal } from './waves';

/** How long a desktop sleeps at most if no colleague does the same meanwhile, in ms: less than it waits for the store. */
const maxSleepMs = 7500;

/** How much longer it sleeps then, in ms: until the colleague is through. */
const afterwardMs = 150;

/** Removals that Amazon carried out, for those who sleep until a colleague did theirs. */
export interface Removals {
  /** Call it when the sandbox is done with a call. */
  done(call: PassingCall, login: string): void;
  /** Resolves when somebody else removed one of these people, or after a while. */
  byAnother(login: string, removal: Removal): Promise<void>;
}

export function createRemovals(): Removals {
  const waiting = new Set<{ login: string; removal: Removal; happen: () => void }>();
  return {
    done({ path, accountId, body }, by) {
      if (path !== '/userPermissions/delete') return;
      for (const { login, removal, happen } of waiting) {
        const isTheirs = removal.accountId === accountId && removal.userIds.some((id) => body.includes(id));
        if (login !== by && isTheirs) happen();
      }
    },
    async byAnother(login, removal) {
      const tired = new AbortController();
      const happened = new Promise<void>((resolve) => {
        const one = { login, removal, happen: resolve };
        waiting.add(one);
        tired.signal.addEventListener('abort', () => waiting.delete(one));
      });
      await Promise.race([happened, wait(maxSleepMs, undefined, { signal: tired.signal })]);
      tired.abort();
      await wait(afterwardMs);
    },
  };
}

/** What makes a desktop sleep with a step in its hands: the step reaches the store after it woke up. */
export interface Sleeper {
  /** Null: not the moment. */
  arrived(statement: StatementName, bytes: Buffer): StatementFate | null;
}

export interface SleeperDeps {
  readonly moment: SleepingMoment;
  readonly login: string;
  readonly sender: Pick<SenderProcess, 'freeze' | 'isKilled'>;
  readonly members: readonly Member[];
  readonly removals: Pick<Removals, 'byAnother'>;
  /** It fell asleep as it was removing these: its colleagues are asked for the same. */
  readonly asleep: (removal: Removal) => void;
  readonly awake: () => void;
}

/**
 * Once, as it claims members to remove, or is confirmed to remove them: removals are what generations don't bar, so a turn that is
 * over is all that keeps the same removal from being sent a second time.
 */
export function createSleeper(deps: SleeperDeps): Sleeper {
  const { moment, login, sender, members, removals, asleep, awake } = deps;
  let claimed: Removal | null = null;
  let hasSlept = false;
  return {
    arrived(statement, bytes) {
      if (hasSlept || sender.isKilled()) return null;
      const text = bytes.toString('latin1');
      if (statement === 'claim') claimed = removalIn(text, members) ?? claimed;
      const isIt =
        moment === 'asleep as it claims'
          ? statement === 'claim' && removalIn(text, members) !== null
          : statement === 'confirm' && claimed !== null && text.includes(claimed.accountId);
      if (!isIt || claimed === null) return null;
      hasSlept = true;
      const until = removals.byAnother(login, claimed);
      sender.freeze(until);
      asleep(claimed);
      void until.then(awake);
      return { as: 'pass', until };
    },
  };
}

/** Whom a claim, on its way to the store, is to remove; null if it is about something else. */
function removalIn(text: string, members: readonly Member[]): Removal | null {
  if (!text.includes('removeMember')) return null;
  const named = members.filter(({ accountId, userId }) => text.includes(accountId) && text.includes(userId));
  const [first] = named;
  return first === undefined
    ? null
    : { accountId: first.accountId, userIds: named.map(({ userId }) => userId) };
}
