import type { Conclusion } from '../../main/access/refresh/evidence';
import { writeSnapshot } from '../../main/access/refresh/pendingSnapshot';
import type { KnownAccount } from '../../main/access/accountAccess';
import type { AdsInvitation } from '../../main/amazonAds/answers';
import { append, appendRun } from '../../main/outbox/journal/append';
import type { Database } from '../../main/storage/database';
import { chunksOf } from '../../shared/domain/outbox/chunk';

const dayMs = 86_400_000;
/** One in this many pending invitations has an earlier one, and one was created with the app. */
const everySoMany = 5;

const lapsed: Conclusion = { state: 'lapsed', evidence: 'expiry' };
const accepted: Conclusion = { state: 'accepted', evidence: 'user' };

/**
 * What an account's list included two weeks ago and no longer does: one for every five pending ones. Half of them belonged to
 * people who have been invited again; a quarter was accepted, the others expired. Call it inside a transaction.
 */
export function writeWhatEnded(
  db: Database,
  account: KnownAccount,
  pending: readonly AdsInvitation[],
  now: number,
): ReadonlyMap<string, Conclusion> {
  const entries = everyFifth(pending).map((invitation, index) => ({
    ...invitation,
    invitationId: `${invitation.invitationId}-before`,
    emailAddress: index % 2 === 0 ? invitation.emailAddress : `once.${invitation.emailAddress ?? ''}`,
    createdAt: twoWeeksBefore(invitation.createdAt),
    expiresAt: twoWeeksBefore(invitation.expiresAt),
  }));
  writeSnapshot(db, account, { entries, unreadable: 0, beganAt: now - 14 * dayMs });
  return new Map(
    entries.map(({ invitationId }, index) => [invitationId, index % 4 === 0 ? accepted : lapsed]),
  );
}

/** The journal of those that were made with the app, all of them done. Call it inside a transaction. */
export function writeOperations(
  db: Database,
  connectionId: string,
  { realm, accountId }: KnownAccount,
  pending: readonly AdsInvitation[],
  now: number,
): void {
  const operations = everyFifth(pending).map(
    ({ invitationId, emailAddress = '', userName = '', role = '' }) => {
      return { kind: 'create' as const, invitationId, emailAddress, userName, role, notify: true };
    },
  );
  const requests = [...chunksOf(operations, 50)].map((part) => {
    const body = Buffer.from(JSON.stringify(part));
    return {
      connectionId,
      realm,
      accountId,
      operation: 'CreateUserInvitations' as const,
      body,
      operations: part,
    };
  });
  const runId = appendRun(db, 'create', 'ask', now);
  append(db, runId, requests, now);
  const run = { runId };
  db.prepare(`UPDATE operations SET status = 'sending' WHERE run_id = :runId`).run(run);
  db.prepare(`UPDATE operations SET status = 'done', settled_at = created_at WHERE run_id = :runId`).run(run);
  db.prepare('UPDATE requests SET sent_at = created_at, ended_at = created_at WHERE run_id = :runId').run(
    run,
  );
}

const everyFifth = <T>(list: readonly T[]): readonly T[] =>
  list.filter((_, index) => index % everySoMany === 0);
const twoWeeksBefore = (at: number | undefined): number | undefined => at && at - 14 * dayMs;
