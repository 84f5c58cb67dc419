import type { Account, AccountRef } from '../../../shared/domain/account/account';
import { toErrorBody } from '../../../shared/errors';
import type { AdsClient } from '../../amazonAds/client/client';
import { pacedReads } from '../../amazonAds/pacing/pacedReads';
import type { PauseGate } from './pauseGate';
import { parallelReadings } from './accountReader';
import type { RefreshAllDeps } from './refreshAllDeps';
import { endsPart, isStale, isUnreachable } from './refreshRules';
import type { Tally } from './refreshTally';

interface Part {
  readonly connectionId: string;
  /** Only data read before that time (ms since 1970); null = everything. */
  readonly before: number | null;
  readonly tally: Tally;
  /** Closed while the refresh is paused. */
  readonly gate: PauseGate;
  /** Aborted when it is stopped: no more calls are made. */
  readonly ending: AbortSignal;
}

/**
 * Refreshes one connection: its accounts, then the invitations of each, a few in parallel. An error that prevents all reading
 * ends it, and the reason is noted for each account that wasn't reached. Never rejects.
 */
export async function refreshPart(
  { access, clientOf, paces }: RefreshAllDeps,
  { connectionId, before, tally, gate, ending }: Part,
): Promise<void> {
  const { refreshSteps } = access;
  const known = access.listAccounts({ connectionId }).filter(({ reachable }) => reachable);
  const isWanted = isOutdated(known, before);
  const knownOnes = known.map(({ accountId }) => ({ connectionId, accountId })).filter(isWanted);
  if (known.length > 0 && knownOnes.length === 0) return;
  let waiting: AccountRef[] = knownOnes;
  let misses = 0;
  tally.expect(connectionId, waiting.length);

  /** Makes no more calls through this connection. */
  function giveUp(thrown: unknown): void {
    if (ending.aborted) return;
    const error = toErrorBody(thrown);
    const rest = waiting.splice(0);
    refreshSteps.notReached(rest, error);
    for (const account of rest) tally.end(account, error);
  }

  /** @returns false if there is nothing more to do */
  async function readWhichAccounts(client: AdsClient): Promise<boolean> {
    try {
      await gate.passed(ending);
      const { accounts, unreadable } = await refreshSteps.accountsOf(connectionId, client);
      if (unreadable !== null) tally.connectionFailed(connectionId, unreadable.toBody());
      waiting = inOrder(accounts.filter(isWanted), knownOnes);
      tally.expect(connectionId, waiting.length);
      return true;
    } catch (thrown) {
      if (ending.aborted) return false;
      tally.connectionFailed(connectionId, toErrorBody(thrown));
      // Known accounts can still be read, unless nothing can.
      if (!endsPart(thrown, 1)) return true;
      giveUp(thrown);
      return false;
    }
  }

  async function readNext(client: AdsClient): Promise<void> {
    for (;;) {
      await gate.passed(ending);
      const account = ending.aborted ? undefined : waiting.shift();
      if (account === undefined) return;
      tally.begin(account);
      try {
        tally.end(account, (await refreshSteps.account(account, client))?.toBody() ?? null);
        misses = 0;
      } catch (thrown) {
        tally.end(account, toErrorBody(thrown));
        misses = isUnreachable(thrown) ? misses + 1 : 0;
        if (endsPart(thrown, misses)) giveUp(thrown);
      }
    }
  }

  try {
    const client = pacedReads(await clientOf(connectionId), paces.of(connectionId), ending);
    if (!(await readWhichAccounts(client))) return;
    await Promise.all(Array.from({ length: parallelReadings }, () => readNext(client)));
  } catch (thrown) {
    tally.connectionFailed(connectionId, toErrorBody(thrown));
    giveUp(thrown);
  }
}

/** Whether to read an account: unknown, or last read before that time (null: every account). */
const isOutdated =
  (known: readonly Account[], before: number | null) =>
  (ref: AccountRef): boolean => {
    const account = known.find(({ accountId }) => accountId === ref.accountId);
    return before === null || account === undefined || isStale(account, before);
  };

/** In a person's order: favorites and last opened first; new ones after them. */
function inOrder(accounts: readonly AccountRef[], known: readonly AccountRef[]): AccountRef[] {
  const place = (account: AccountRef): number => {
    const index = known.findIndex(({ accountId }) => accountId === account.accountId);
    return index === -1 ? known.length : index;
  };
  return [...accounts].sort((one, other) => place(one) - place(other));
}
