import { join } from 'node:path';
import { listAccounts } from '../../../main/access/accounts';
import { closeDatabase, openDatabase } from '../../../main/storage/database';
import type { Account } from '../../../shared/domain/account/account';
import type { Bench } from '../bench';
import { invitationsCounted, keyToPaint, paintOf } from '../page/inPage';
import { dialogTimes } from '../page/cloudscapeTables';
import type { Page } from '../page/page';
import type { Measurement } from '../results/results';
import { percentile } from '../results/statistics';
import { homeVisible } from './launch';

const runs = 3;
const switchesARun = 25;

/** From Enter in the palette until the other account's stored invitations are painted. */
export async function accountSwitch(bench: Bench): Promise<Measurement[]> {
  const accounts = accountsToVisit(bench.userData);
  const values: number[] = [];
  const baselines: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    values.push(await bench.withApp('ours', ({ page }) => slowestSwitch(page, accounts)));
    const times = await bench.withApp('cloudscape', ({ page }) => dialogTimes(page, switchesARun));
    baselines.push(percentile(times, 95));
  }
  return [
    {
      name: 'account switch to its stored invitations, 95 of 100, against Cloudscape’s dialog and table',
      unit: 'ms',
      ...{ values, baselines },
      target: { times: 1.5 },
    },
  ];
}

/** The 95th percentile of a run. The first switch loads the screen's code and doesn't count. */
async function slowestSwitch(page: Page, [first, ...others]: readonly Account[]): Promise<number> {
  await paintOf(page, homeVisible);
  if (first === undefined) throw new Error('The profile has no accounts.');
  await switchTo(page, first);
  const times: number[] = [];
  for (const account of others) times.push(await switchTo(page, account));
  return percentile(times, 95);
}

async function switchTo(page: Page, { accountId, pendingInvitations }: Account): Promise<number> {
  await page.press('Control+k');
  await paintOf(page, { selector: 'dialog input' });
  await page.type(accountId);
  await paintOf(page, { selector: `dialog [role=option][aria-selected=true][data-value*="/${accountId}/"]` });
  return keyToPaint(page, 'Enter', invitationsCounted(pendingInvitations));
}

/** Accounts with invitations, each with a different number than the one before, so that the screens can be distinguished. */
function accountsToVisit(userData: string): readonly Account[] {
  const db = openDatabase(join(userData, 'access.db'));
  try {
    const counts = new Map(listAccounts(db, {}).map((account) => [account.pendingInvitations, account]));
    counts.delete(0);
    return [...counts.values()].slice(0, switchesARun + 1);
  } finally {
    closeDatabase(db);
  }
}
