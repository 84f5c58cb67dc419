import { z } from 'zod';
import type { SharedAccountRef } from '../../../../shared/domain/team/sharableAccount';
import type { Database } from '../../../storage/database';
import { accountPositions } from '../exchangeState';
import { bounded } from './bounded';
import type { OutgoingFact, SharedKind } from './sharedKind';

/** What a colleague decided about who is behind a user ID; `undo` reverts that colleague's latest decision about the two. */
export const confirmationBody = z.object({
  decision: z.enum(['same', 'notSame', 'undo']),
  /** Whole, in the form of `mailboxKey`. */
  emailAddress: bounded(320),
});
export type ConfirmationBody = z.infer<typeof confirmationBody>;

/**
 * The decisions of the identity ledger. One holds in a whole realm, so each account shares those about its own members, with one
 * ID in all of them. A position has two numbers: of the last decision, and of the last entry of the members' history. With the
 * second, decisions about somebody who is listed in the account only later aren't missed.
 */
export const confirmationKind: SharedKind<ConfirmationBody> = {
  kind: 'confirmation',
  body: confirmationBody,
  outgoing(db, source, after, limit) {
    const [decision, entry] = numbersIn(after);
    const news = newDecisions(db, source, decision, limit);
    const lastNew = news.at(-1)?.decision;
    if (news.length === limit && lastNew !== undefined) {
      return { facts: news.map(factOf), upTo: positionOf(lastNew, entry) };
    }
    const members = newMembers(db, source, entry, limit - news.length);
    const earlier = decisionsAbout(db, source.realm, members.userIds, decision);
    return {
      facts: [...news, ...earlier].map(factOf),
      upTo: positionOf(Math.max(decision, lastNew ?? 0), Math.max(entry, members.upTo)),
    };
  },
  waiting(db) {
    const { count } = db.prepare(countSql).get() as { readonly count: number };
    return count;
  },
  columns: ({ decision }) => ({ what: decision, outcome: null }),
};

const numbersIn = (position: string): readonly [decision: number, entry: number] => {
  const [decision = 0, entry = 0] = position === '' ? [] : position.split(':').map(Number);
  return [decision, entry];
};
const positionOf = (decision: number, entry: number): string => `${String(decision)}:${String(entry)}`;

interface Row {
  readonly decision: number;
  readonly decisionId: string;
  readonly at: number;
  readonly kind: ConfirmationBody['decision'];
  readonly userId: string;
  readonly address: string;
}

const columns = `decision, decision_id AS decisionId, at, kind, user_id AS userId, email_address AS address`;

/** Whether the decision is about somebody whom the account lists, or listed. */
const aboutMember = `realm = :realm AND EXISTS (SELECT 1 FROM members
  WHERE members.realm = :realm AND members.account_id = :accountId AND members.user_id = identity_decisions.user_id)`;

/** Of the history: how somebody came into the account's list after an entry. */
const joining = `realm = :realm AND account_id = :accountId AND entry > :entry AND event IN ('joined', 'firstSeen')`;

const countSql = `SELECT coalesce(sum(
    (SELECT count(*) FROM identity_decisions WHERE realm = shared.realm AND decision > shared.decision AND EXISTS (
       SELECT 1 FROM members WHERE members.realm = shared.realm AND members.account_id = shared.account_id
         AND members.user_id = identity_decisions.user_id))
    + (SELECT count(*) FROM member_history JOIN identity_decisions USING (realm, user_id)
       WHERE realm = shared.realm AND account_id = shared.account_id AND entry > shared.entry
         AND event IN ('joined', 'firstSeen') AND decision <= shared.decision)), 0) AS count
  FROM (SELECT realm, account_id, CAST(substr(up_to, 1, instr(up_to, ':') - 1) AS INTEGER) AS decision,
    CAST(substr(up_to, instr(up_to, ':') + 1) AS INTEGER) AS entry FROM ${accountPositions('confirmation')}) AS shared`;

const newDecisions = (
  db: Database,
  { realm, accountId }: SharedAccountRef,
  after: number,
  limit: number,
): Row[] => {
  const rows: unknown = db
    .prepare(
      `SELECT ${columns} FROM identity_decisions WHERE ${aboutMember} AND decision > :after ORDER BY decision LIMIT :limit`,
    )
    .all({ realm, accountId, after, limit });
  return rows as Row[];
};

/** Who was first seen, or joined, after an entry of the history: those of whom something was decided. */
function newMembers(
  db: Database,
  { realm, accountId }: SharedAccountRef,
  after: number,
  limit: number,
): { readonly userIds: readonly string[]; readonly upTo: number } {
  const rows = db
    .prepare(
      `SELECT entry, user_id AS userId FROM member_history
       WHERE ${joining} AND EXISTS (SELECT 1 FROM identity_decisions WHERE identity_decisions.realm = :realm
           AND identity_decisions.user_id = member_history.user_id)
       ORDER BY entry LIMIT :limit`,
    )
    .all({
      realm,
      accountId,
      entry: after,
      limit: Math.max(1, Math.floor(limit / decisionsAUser)),
    }) as unknown as {
    readonly entry: number;
    readonly userId: string;
  }[];
  return { userIds: rows.map(({ userId }) => userId), upTo: rows.at(-1)?.entry ?? after };
}

/** About how often somebody decides about one user ID. */
const decisionsAUser = 5;

/** Earlier decisions about these user IDs, which other accounts may have shared already. */
function decisionsAbout(db: Database, realm: string, userIds: readonly string[], upTo: number): Row[] {
  if (userIds.length === 0) return [];
  const rows: unknown = db
    .prepare(
      `SELECT ${columns} FROM identity_decisions
       WHERE realm = ? AND user_id IN (SELECT value FROM json_each(?)) AND decision <= ? ORDER BY decision`,
    )
    .all(realm, JSON.stringify(userIds), upTo);
  return rows as Row[];
}

const factOf = ({ decisionId, at, kind, userId, address }: Row): OutgoingFact => ({
  ...{ factId: decisionId, at, person: address, userId },
  body: { decision: kind, emailAddress: address } satisfies ConfirmationBody,
});
