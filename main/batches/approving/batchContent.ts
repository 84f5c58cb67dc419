import type { AccountRef } from '../../../shared/domain/account/account';
import type { Content, ContentRow } from '../../approvals/file/content';
import { findAccount } from '../../access/accountAccess';
import type { InviteeGroups } from '../../outbox/drafting/draftBatch';
import type { Database } from '../../storage/database';
import type { Sending } from '../../approvals/verifying/verify';

/** What these calls would send, as an approval binds it; `content` is null if they go to several realms. */
export function sendingOf(
  db: Database,
  batchId: string,
  { groups, notify }: { readonly groups: InviteeGroups; readonly notify: boolean },
): Sending {
  const instances = instancesOf(db, batchId);
  const realms = new Set<string>();
  const rows: ContentRow[] = [];
  for (const { account, invitees } of groups) {
    realms.add(realmOf(db, account));
    for (const { rowId, emailAddress, userName, role } of invitees) {
      rows.push({
        ...{ rowId, accountId: account.accountId, emailAddress, userName, role },
        instances: instances.get(rowId) ?? '',
      });
    }
  }
  const [realm, ...others] = realms;
  const content: Content | null =
    realm === undefined || others.length > 0 ? null : { batchId, realm, notify, rows };
  return { content, total: rows.length, admins: rows.filter(({ role }) => role === 'admin').length };
}

/** The realm of an account; empty if the connection doesn't reach it. */
export const realmOf = (db: Database, account: AccountRef): string => findAccount(db, account)?.realm ?? '';

/** What is planned for the rows of a batch, by row; rows without a plan are omitted. */
export const instancesOf = (db: Database, batchId: string): ReadonlyMap<string, string> =>
  new Map(
    (
      db
        .prepare(`SELECT row_id AS rowId, instances FROM batch_rows WHERE batch_id = ? AND instances <> ''`)
        .all(batchId) as { readonly rowId: string; readonly instances: string }[]
    ).map(({ rowId, instances }) => [rowId, instances]),
  );
