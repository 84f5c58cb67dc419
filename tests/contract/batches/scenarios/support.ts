import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Account, AccountRef } from '../../../../shared/domain/account/account';
import type { BatchRowInput } from '../../../../shared/domain/batch/batch';
import type { OperationStatus } from '../../../../shared/domain/outbox/operation';
import { sendAgreed } from '../../../support/benches/agreeing';
import type { WiredApp } from '../../../support/benches/wiredApp';
import { createAds, type Ads } from '../../sandbox/support/ads';
import { signIn } from '../../sandbox/support/signIn';

/** A row of a batch for a person of that number. */
export const row = (
  number: number,
  account: Account | null,
  change: Partial<BatchRowInput> = {},
): BatchRowInput => ({
  rowId: randomUUID(),
  position: number,
  account: account === null ? null : refOf(account),
  accountText: account?.name ?? '',
  emailAddress: `person${String(number)}@northwind-media.example`,
  userName: `Person ${String(number)}`,
  role: number % 5 === 0 ? 'admin' : 'viewer',
  note: '',
  instances: '',
  ...change,
});

/** The row for somebody else, or elsewhere. */
export const movedTo = (row: BatchRowInput, account: Account): BatchRowInput => ({
  ...row,
  account: refOf(account),
  accountText: account.name,
});

/** How long a slow machine may take for what follows automatically. */
export const soon = { interval: 5, timeout: 30_000 } as const;

const refOf = ({ connectionId, accountId }: AccountRef): AccountRef => ({ connectionId, accountId });

/** This many numbers, starting with `from`. */
export const numbers = (count: number, from = 0): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

/** A batch with these rows, whose people get email. @returns its ID */
export function batchOf({ app: { batches } }: WiredApp, rows: readonly BatchRowInput[]): string {
  const { batchId } = batches.create('Spring');
  batches.setRows(batchId, rows, []);
  batches.setNotify(batchId, true);
  return batchId;
}

export const send = ({ app }: WiredApp, batchId: string) => sendAgreed(app, { batchId, whenNotSeen: 'ask' });

/** The accounts in which a connection can invite people, in a fixed order. */
export const openAccounts = (wired: WiredApp, connectionId: string): Account[] =>
  wired
    .accounts(connectionId)
    .filter(({ canInvite }) => canInvite === true)
    .toSorted((one, other) => (one.accountId < other.accountId ? -1 : 1));

export const at = (accounts: readonly Account[], index: number): Account =>
  accounts[index % accounts.length] ?? expect.fail('There is no account.');

/** A person who uses Amazon with a different program. */
export const elsewhere = async ({ sandbox }: WiredApp, identity: string): Promise<Ads> =>
  createAds(sandbox.origin, (await signIn(sandbox.origin, identity)).accessToken);

/** How many rows there are of each status; `null`: not sent. */
export function statuses({ app }: WiredApp, batchId: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of app.batches.rowsOf(batchId)) {
    counts[String(status)] = (counts[String(status)] ?? 0) + 1;
  }
  return counts;
}

export const rowsWith = ({ app }: WiredApp, batchId: string, status: OperationStatus) =>
  app.batches.rowsOf(batchId).filter((row) => row.status === status);

/** Whom the rows should invite where and as what, sorted. */
export const wanted = (rows: readonly Pick<BatchRowInput, 'account' | 'emailAddress' | 'role'>[]): string[] =>
  rows
    .map(({ account, emailAddress, role }) => `${account?.accountId ?? ''} ${emailAddress} ${role}`)
    .toSorted();

/**
 * Every invitation that one of the rows' people ever got, sorted like `wanted`: the sandbox's own truth, including revoked and
 * accepted ones, so that a person invited twice is in it twice.
 */
export const invited = ({ sandbox }: WiredApp): string[] =>
  sandbox
    .query(`SELECT account_id AS id, email, role FROM invitations WHERE email LIKE 'person%'`)
    .map(({ id, email, role }) => `${String(id)} ${String(email)} ${String(role)}`)
    .toSorted();

/** Every email to one of the rows' people, sorted. */
export const mailed = ({ sandbox }: WiredApp): string[] =>
  sandbox
    .query(
      `SELECT account_id AS id, sent_emails.email, role
       FROM sent_emails JOIN invitations USING (invitation_id) WHERE sent_emails.email LIKE 'person%'`,
    )
    .map(({ id, email, role }) => `${String(id)} ${String(email)} ${String(role)}`)
    .toSorted();

/** How many operations there are in the journal. */
export const written = ({ store }: WiredApp): number =>
  (store.db.prepare('SELECT count(*) AS count FROM operations').get() as { count: number }).count;

/** The accounts in which Leo is an admin too. */
export const accountsWithLeo = ({ sandbox }: WiredApp): string[] =>
  sandbox
    .query(`SELECT account_id AS id FROM members JOIN people USING (user_id) WHERE identity = 'leo'`)
    .map(({ id }) => String(id));

/** Another admin makes Dana a viewer of an account. */
export async function becomesViewer(wired: WiredApp, leo: Ads, accountId: string): Promise<void> {
  const userId = adsUserId(wired, 'dana');
  const { body } = await leo.updatePermissions(accountId, {
    userPermissions: [{ userId, permissionSet: { type: 'ROLE', role: 'VIEWER' } }],
  });
  expect(body).toMatchObject({ successes: [{ userId }] });
}

/** Another admin removes Sam from an account. */
export async function samLeaves(wired: WiredApp, leo: Ads, accountId: string): Promise<void> {
  const userId = adsUserId(wired, 'sam');
  const { body } = await leo.deletePermissions(accountId, { users: [{ userId }] });
  expect(body).toMatchObject({ successes: [{ userId }] });
}

const adsUserId = ({ sandbox }: WiredApp, identity: string): string => {
  const [person] = sandbox.query('SELECT ads_user_id AS id FROM people WHERE identity = ?', identity);
  return String(person?.['id']);
};
