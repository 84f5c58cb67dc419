import type { AccountRef } from '../../../shared/domain/account/account';
import type { ContentRow } from '../../approvals/file/content';
import { findAccount } from '../../access/accountAccess';
import type { InviteeGroups } from '../../outbox/drafting/draftBatch';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { uncoveredRows } from '../../approvals/verifying/coverage';
import type { Preparation, Sending } from '../../approvals/verifying/verify';

/** How many rows are collected in one step: one account can have all 20,000. */
const rowsAStep = 500;

/** What these calls would send, held against what is approved; `content` is null if they go to several realms. In slices. */
export function* sendingOf(
  db: Database,
  { batchId, approvals }: Pick<Preparation, 'batchId' | 'approvals'>,
  { groups, notify }: { readonly groups: InviteeGroups; readonly notify: boolean },
): Stepwise<Sending> {
  const instances = instancesOf(db, batchId);
  const rows: ContentRow[] = [];
  for (const { account, invitees } of groups) {
    for (const { rowId, emailAddress, userName, role } of invitees) {
      rows.push({
        ...{ rowId, accountId: account.accountId, emailAddress, userName, role },
        instances: instances.get(rowId) ?? '',
      });
      if (rows.length % rowsAStep === 0) yield;
    }
  }
  const accounts = groups.map(({ account }) => ({
    realm: realmOf(db, account),
    accountId: account.accountId,
  }));
  const [realm, ...others] = new Set(accounts.map((account) => account.realm));
  return {
    content: realm === undefined || others.length > 0 ? null : { batchId, realm, notify },
    uncovered: yield* uncoveredRows(approvals, rows),
    accounts,
    total: rows.length,
    admins: rows.filter(({ role }) => role === 'admin').length,
  };
}

/** Where the accounts are. */
export const realmsOf = (db: Database, groups: InviteeGroups): ReadonlySet<string> =>
  new Set(groups.map(({ account }) => realmOf(db, account)));

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
