import type { AccountKey } from '../../outbox/journal/append';
import type { SharedAccount, TurnProgress } from '../../outbox/sending/turns/accountTurns';
import { reportOutcomes } from '../link/reportOutcomes';
import type { ReadyLink } from '../link/teamLink';
import { claimPeople } from './claimPeople';
import { reportSolo } from '../solo/reportSolo';
import { writeSoloClaims } from '../solo/soloClaims';
import { claimsToGiveBack, writeClaims, writeConfirmed, writeGivenBack } from './localClaims';
import { claimsOf, lose, noTurnYet, withStore, type OwnTurn, type SharedAccountDeps } from './ownTurn';
import { confirmSendingSql, freeOutdatedSql, leaveTurnSql, takeTurnSql, turnOfSql } from './storeSql';
import { othersTurn, unreadableRules, type TurnHolder } from './teamWaits';
import { readTeamRules } from '../rules/teamRules';

/** A turn is renewed by the next step after this part of its length. */
const renewedAfter = 1 / 6;

/** An account whose changes the team's store decides on. */
export function createSharedAccount(deps: SharedAccountDeps, account: AccountKey): SharedAccount {
  const { db } = deps;
  const own = noTurnYet(deps, account);
  return {
    async takeTurn(progress) {
      if (readTeamRules(db).isReadable) return withStore(own, (ready) => takeTurn(own, ready, progress));
      return unreadableRules(deps.askAgainMs);
    },
    claim: (request) => withStore(own, (ready) => claimPeople(own, ready, request)),
    writeSending(request) {
      if (own.turn !== null) writeClaims(db, own.turn.startId, claimsOf(own, request));
    },
    writeSolo(request) {
      writeSoloClaims(db, account, request, deps.now());
    },
    confirmSending: (request) =>
      withStore(own, (ready) =>
        confirmSending(
          own,
          ready,
          claimsOf(own, request).map(({ claimId }) => claimId),
        ),
      ),
    writeConfirmed(request) {
      writeConfirmed(
        db,
        claimsOf(own, request).map(({ claimId }) => claimId),
      );
    },
    writeGivenBack(request) {
      // As the journal has them: with the turn, this start forgot its claims.
      writeGivenBack(db, claimsToGiveBack(db, request.requestId));
      for (const { operationId } of request.operations) {
        own.claimIds.delete(operationId);
        own.made.delete(operationId);
      }
    },
    async leave() {
      const { turn } = own;
      lose(own);
      if (turn === null) return;
      // If the store doesn't answer, the turn ends when its time is over.
      await withStore(own, async ({ store }) => {
        // First, so that the next colleague learns how it ended.
        await reportOutcomes(db, store);
        await store.query(leaveTurnSql, [turn.startId, account.realm, account.accountId, turn.fence]);
      });
    },
  };
}

async function takeTurn(
  own: OwnTurn,
  ready: ReadyLink,
  progress: TurnProgress,
): ReturnType<SharedAccount['takeTurn']> {
  const { store, startId } = ready;
  const { account, monotonic, askAgainMs, turnMs } = own;
  const { realm, accountId } = account;
  own.progress = progress;
  if (own.turn?.startId === startId && monotonic() - own.turn.renewedAt < turnMs * renewedAfter) {
    return { isNew: false };
  }
  const requestedAt = monotonic();
  const [row] = await store.query<{ readonly fence: string; readonly since: string }>(takeTurnSql, [
    ...[startId, realm, accountId],
    ...[progress.sent, progress.total, turnMs],
  ]);
  if (row === undefined) {
    lose(own);
    const [holder] = await store.query<TurnHolder>(turnOfSql, [realm, accountId]);
    return othersTurn(holder, askAgainMs);
  }
  const { fence } = row;
  const before = own.turn;
  const isNew = before?.startId !== startId || before.fence !== fence;
  if (isNew) {
    lose(own);
    own.freeing = reportAndFree(own, ready, fence);
    // Claiming people fails with it.
    own.freeing.catch(() => undefined);
  }
  own.turn = { startId, fence, since: isNew ? row.since : before.since, renewedAt: requestedAt };
  own.keeper.start();
  return { isNew };
}

/** Settles what earlier turns left, before anybody is claimed in this one. */
async function reportAndFree({ db, account, now }: OwnTurn, ready: ReadyLink, fence: string): Promise<void> {
  const { store } = ready;
  await reportOutcomes(db, store);
  await reportSolo(db, { ...ready, now });
  await store.query(freeOutdatedSql, [account.realm, account.accountId, fence]);
}

async function confirmSending(
  own: OwnTurn,
  { store, startId }: ReadyLink,
  claimIds: readonly string[],
): ReturnType<SharedAccount['confirmSending']> {
  const { account, turn } = own;
  if (turn?.startId !== startId) return 'turnLost';
  if (claimIds.length === 0) return 'confirmed';
  const confirmed = await store.query(confirmSendingSql, [
    ...[startId, account.realm, account.accountId, turn.fence],
    ...[claimIds, turn.since],
  ]);
  if (confirmed.length === claimIds.length) return 'confirmed';
  lose(own);
  return 'turnLost';
}
