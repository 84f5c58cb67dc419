import { z } from 'zod';
import { evidence, invitationState } from '../../../../shared/domain/invitation/invitation';
import { mailboxKey } from '../../../../shared/domain/invitation/person';
import type { Database } from '../../../storage/database';
import { derivedId } from '../derivedId';
import { accountPositions } from '../exchangeState';
import { bounded, factTime, shortened } from './bounded';
import type { FactSource, OutgoingFact, SharedKind } from './sharedKind';

/** An invitation as a colleague's app knew it when its state changed. Times are ms since 1970; null if Amazon gave none. */
export const invitationBody = z.object({
  invitationId: bounded(200),
  emailAddress: bounded(320),
  userName: bounded(500),
  role: bounded(100),
  state: invitationState,
  evidence: evidence.nullable(),
  createdBy: bounded(600),
  createdAt: factTime.nullable(),
  expiresAt: factTime.nullable(),
});
export type InvitationBody = z.infer<typeof invitationBody>;

/**
 * The history of an account's invitations: each state once, whichever app saw it first, so a team of twenty stores no list twenty
 * times. A position is the ID of an invitation while those are pushed that were known before the team (`:` before it), then
 * a revision.
 */
export const invitationKind: SharedKind<InvitationBody> = {
  kind: 'invitation',
  body: invitationBody,
  outgoing(db, source, after, limit) {
    const early = isEarly(after) ? earlyRows(db, source, after.slice(1), limit) : [];
    const lastEarly = early.at(-1);
    if (lastEarly !== undefined && early.length === limit) {
      return { facts: early.map((row) => factOf(row, source)), upTo: `:${lastEarly.invitationId}` };
    }
    const from = isEarly(after) ? 0 : Number(after);
    const revised = revisedRows(db, source, from, limit - early.length);
    return {
      facts: [...early, ...revised].map((row) => factOf(row, source)),
      upTo: String(revised.at(-1)?.revision ?? from),
    };
  },
  waiting(db) {
    const { count } = db.prepare(countSql).get() as { readonly count: number };
    return count;
  },
  columns: ({ state }) => ({ what: state, outcome: null }),
};

/** Two statements in one, so that each walks its own index. */
const countSql = `SELECT coalesce(sum(CASE WHEN up_to = '' OR up_to LIKE ':%' THEN
    (SELECT count(*) FROM invitations WHERE realm = shared.realm AND account_id = shared.account_id
       AND (invitation_id > substr(shared.up_to, 2) OR revision > 0))
    ELSE (SELECT count(*) FROM invitations WHERE realm = shared.realm AND account_id = shared.account_id
       AND revision > CAST(shared.up_to AS INTEGER) AND revision > 0) END), 0) AS count
  FROM ${accountPositions('invitation')} AS shared`;

const isEarly = (position: string): boolean => position === '' || position.startsWith(':');

interface Row extends InvitationBody {
  readonly revision: number;
  readonly stateChangedAt: number;
}

const columns = `invitation_id AS invitationId, email_address AS emailAddress, user_name AS userName, role, state, evidence,
  created_by AS createdBy, created_at AS createdAt, expires_at AS expiresAt, state_changed_at AS stateChangedAt, revision`;

/** What hasn't changed since the folder joined a team. */
function earlyRows(db: Database, { realm, accountId }: FactSource, after: string, limit: number): Row[] {
  const rows: unknown = db
    .prepare(
      `SELECT ${columns} FROM invitations
       WHERE realm = ? AND account_id = ? AND invitation_id > ? AND revision = 0 ORDER BY invitation_id LIMIT ?`,
    )
    .all(realm, accountId, after, limit);
  return rows as Row[];
}

function revisedRows(db: Database, { realm, accountId }: FactSource, after: number, limit: number): Row[] {
  const rows: unknown = db
    .prepare(
      `SELECT ${columns} FROM invitations
       WHERE realm = ? AND account_id = ? AND revision > ? AND revision > 0 ORDER BY revision LIMIT ?`,
    )
    .all(realm, accountId, after, limit);
  return rows as Row[];
}

function factOf(row: Row, { realm, accountId }: FactSource): OutgoingFact {
  const { invitationId, state } = row;
  // A pending one is listed or confirmed; of others, how it is known matters.
  const known = state === 'pending' ? '' : (row.evidence ?? '');
  return {
    factId: derivedId('invitation', realm, accountId, invitationId, state, known),
    at: row.stateChangedAt,
    person: row.emailAddress === '' ? null : mailboxKey(row.emailAddress),
    userId: null,
    body: {
      invitationId: shortened(invitationId, 200),
      emailAddress: shortened(row.emailAddress, 320),
      userName: shortened(row.userName, 500),
      role: shortened(row.role, 100),
      ...{ state, evidence: row.evidence },
      createdBy: shortened(row.createdBy, 600),
      ...{ createdAt: row.createdAt, expiresAt: row.expiresAt },
    } satisfies InvitationBody,
  };
}
