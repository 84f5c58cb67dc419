import type { Database } from '../../../main/storage/database';
import { startLoopbackAmazon, type Arrived, type LoopbackAmazon, type Reply } from './loopbackAmazon';

export interface AmazonOfChanges extends LoopbackAmazon {
  /** The changes that arrived, in order. */
  readonly arrived: Arrived[];
  /** The readings of pending lists that arrived, in order. */
  readonly lists: Arrived[];
}

/**
 * Answers changes as the test says, and readings of a pending list with `list`: if omitted, with the store's pending invitations.
 * @param reply `count`: how many changes have arrived, including this one
 * @param one its answer about one invitation; by default 404
 * @param users its answer about who has access; by default nobody
 */
export async function startAmazonOfChanges(
  db: () => Database,
  reply: (request: Arrived, count: number) => Reply | Promise<Reply>,
  list: (request: Arrived) => Reply | Promise<Reply> = (request) => storedList(db(), request),
  one: (invitationId: string) => Reply = unknownInvitation,
  users: () => Reply = nobody,
): Promise<AmazonOfChanges> {
  const arrived: Arrived[] = [];
  const lists: Arrived[] = [];
  const amazon = await startLoopbackAmazon((request) => {
    if (request.method === 'GET') return one(decodeURIComponent(request.path.split('/').at(-1) ?? ''));
    if (request.path === '/users/list') return users();
    const isList = request.path === '/user-invitations/list';
    (isList ? lists : arrived).push(request);
    return isList ? list(request) : reply(request, arrived.length);
  });
  return { ...amazon, arrived, lists };
}

export const nobody = (): Reply => ({ json: { users: [] } });

export const unknownInvitation = (): Reply => ({ status: 404, json: { message: 'Not found' } });

/** One page with every invitation that the store holds as pending in the account asked for. */
export function storedList(db: Database, { headers }: Arrived): Reply {
  const rows = db
    .prepare(
      `SELECT invitation_id, email_address, user_name, role, expires_at FROM invitations
       WHERE state = 'pending' AND account_id = ?`,
    )
    .all(String(headers['amazon-ads-accountid'])) as unknown as PendingRow[];
  return { json: { invitations: rows.map(listed) } };
}

interface PendingRow {
  readonly invitation_id: string;
  readonly email_address: string;
  readonly user_name: string;
  readonly role: string;
  readonly expires_at: number | null;
}

const listed = (row: PendingRow): object => ({
  invitationId: row.invitation_id,
  user: { emailAddress: row.email_address, userName: row.user_name },
  permissionSet: { type: 'ROLE', role: { name: row.role } },
  ...(row.expires_at === null ? {} : { expiration: row.expires_at / 1000 }),
});
