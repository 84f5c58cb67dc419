import { expect } from '@playwright/test';
import type { Account } from '../../../shared/domain/account/account';
import type { Bridge } from '../../../shared/bridge/ipc';
import type { StartedApp } from './fixture';

/** The accounts that allow the person to invite, in a fixed order, once this many are known. */
export async function openAccounts({ page }: StartedApp, count: number): Promise<Account[]> {
  const listed = (): Promise<Account[]> =>
    page.evaluate(async () => {
      const { amc } = window as unknown as { amc: Bridge };
      const answer = await amc.accounts.list();
      return ('ok' in answer ? answer.ok.accounts : []).filter(({ canInvite }) => canInvite === true);
    });
  await expect.poll(async () => (await listed()).length).toBe(count);
  return (await listed()).toSorted((one, other) => (one.accountId < other.accountId ? -1 : 1));
}
