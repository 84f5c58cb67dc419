import { z } from 'zod';
import { activityActions, activityResults } from '../../../../shared/domain/activity';
import { mailboxKey } from '../../../../shared/domain/invitation/person';
import { originColumn, originOf } from '../../../storage/origin';
import { derivedId } from '../derivedId';
import { bounded, shortened, shortenedOrNull } from './bounded';
import { countAfter, rowsAfter, type NumberedSource } from './numberedSource';
import type { OutgoingFact, SharedKind } from './sharedKind';

/** The longest detail that is shared, in characters: Amazon's own text where it refused. */
const maxDetail = 2000;

/** An entry of a colleague's activity record. Notes and files of batches stay on their computer. */
export const activityBody = z.object({
  action: z.enum(activityActions),
  result: z.enum(activityResults),
  code: bounded(100).nullable(),
  /** The identity at Amazon, as in the record. */
  actor: bounded(600),
  connectionLabel: bounded(200),
  accountName: bounded(500),
  /** As it was written; of a member, as Amazon lists it. */
  emailAddress: bounded(320),
  userName: bounded(500),
  role: bounded(100),
  invitationId: bounded(200).nullable(),
  requestId: bounded(300).nullable(),
  detail: bounded(maxDetail).nullable(),
  batchName: bounded(300).nullable(),
  batchRow: z.int().nullable(),
});
export type ActivityBody = z.infer<typeof activityBody>;

const source: NumberedSource = { from: 'FROM activity', number: 'activity_id' };

/** What was done in an account with this app: the activity record. */
export const activityKind: SharedKind<ActivityBody> = {
  kind: 'activity',
  body: activityBody,
  outgoing(db, from, after, limit) {
    const { rows, upTo } = rowsAfter(db, source, columns, { source: from, after, limit });
    return { facts: (rows as readonly Row[]).map((row) => factOf(row, from.installationId)), upTo };
  },
  waiting: (db) => countAfter(db, source, 'activity'),
  columns: (body) => ({
    what: body.action,
    outcome: body.result,
  }),
};

interface Row {
  readonly number: number;
  readonly recordId: string | null;
  readonly at: number;
  readonly action: ActivityBody['action'];
  readonly result: ActivityBody['result'];
  readonly code: string | null;
  readonly actor: string;
  readonly connectionLabel: string;
  readonly accountName: string;
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: string;
  readonly invitationId: string | null;
  readonly userId: string | null;
  readonly requestId: string | null;
  readonly detail: string | null;
  readonly origin: string | null;
}

const columns = `record_id AS recordId, at, action, result, code, actor, connection_label AS connectionLabel,
  account_name AS accountName, email_address AS emailAddress, user_name AS userName, role, invitation_id AS invitationId,
  user_id AS userId, amazon_request_id AS requestId, detail, ${originColumn('activity.operation_id')} AS origin`;

function factOf(row: Row, installationId: string): OutgoingFact {
  const origin = originOf(row.origin);
  // Of a member, only Amazon's mask of the address is known.
  const isWhole = row.userId === null && row.emailAddress !== '';
  return {
    // Entries of old versions have no ID of their own.
    factId: row.recordId ?? derivedId('activity', installationId, String(row.number)),
    at: row.at,
    person: isWhole ? mailboxKey(row.emailAddress) : null,
    userId: row.userId,
    body: {
      ...{ action: row.action, result: row.result, code: shortenedOrNull(row.code, 100) },
      actor: shortened(row.actor, 600),
      connectionLabel: shortened(row.connectionLabel, 200),
      accountName: shortened(row.accountName, 500),
      emailAddress: shortened(row.emailAddress, 320),
      userName: shortened(row.userName, 500),
      role: shortened(row.role, 100),
      invitationId: shortenedOrNull(row.invitationId, 200),
      requestId: shortenedOrNull(row.requestId, 300),
      detail: shortenedOrNull(row.detail, maxDetail),
      batchName: shortenedOrNull(origin?.batchName ?? null, 300),
      batchRow: origin?.rowNumber ?? null,
    } satisfies ActivityBody,
  };
}
