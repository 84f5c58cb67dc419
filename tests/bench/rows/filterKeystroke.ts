import { join } from 'node:path';
import { listInvitations } from '../../../main/access/invitations/invitations';
import { closeDatabase, openDatabase } from '../../../main/storage/database';
import type { Bench } from '../bench';
import { invitationsCounted, keyToPaint, paintOf } from '../page/inPage';
import { redrawTimes } from '../page/cloudscapeTables';
import type { Page } from '../page/page';
import { storedInvitations } from '../profile';
import type { Measurement } from '../results/results';
import { percentile } from '../results/statistics';
import { homeVisible } from './launch';

const runs = 3;

/** Beginnings of names and addresses. Each letter finds fewer, so that a change is visible. */
const typedTexts = ['garc', 'cha', 'kat', 'sof', 'bea', 'jun', 'qui', 'gre', 'ken'];

/** From a key press in the filter over all accounts until the page of matches is painted. */
export async function filterKeystroke(bench: Bench): Promise<Measurement[]> {
  const counts = countMatches(bench.userData);
  const values: number[] = [];
  const baselines: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    values.push(await bench.withApp('ours', ({ page }) => slowestKeystroke(page, counts)));
    const times = await bench.withApp('cloudscape', ({ page }) => redrawTimes(page, counts.size));
    baselines.push(percentile(times, 95));
  }
  return [
    {
      name: 'filter keystroke over 50,000 invitations, 95 of 100, against a table of Cloudscape',
      unit: 'ms',
      ...{ values, baselines },
      target: { times: 1.5 },
    },
  ];
}

/** The 95th percentile of a run. */
async function slowestKeystroke(page: Page, counts: ReadonlyMap<string, number>): Promise<number> {
  await paintOf(page, homeVisible);
  await page.press('Control+3');
  await paintOf(page, invitationsCounted(storedInvitations));
  await page.press('/');
  const times: number[] = [];
  for (const typedText of typedTexts) {
    for (const beginning of beginningsOf(typedText)) {
      const found = counts.get(beginning);
      if (found === undefined) throw new Error(`Nobody counted ${beginning}.`);
      times.push(await keyToPaint(page, beginning.slice(-1), invitationsCounted(found)));
    }
    await page.press('Control+a');
    await keyToPaint(page, 'Delete', invitationsCounted(storedInvitations));
  }
  return percentile(times, 95);
}

/** How many invitations each beginning of each word finds. */
function countMatches(userData: string): ReadonlyMap<string, number> {
  const db = openDatabase(join(userData, 'access.db'));
  const everything = { states: ['pending' as const], sort: 'expiresAt' as const, descending: false };
  try {
    return new Map(
      typedTexts.flatMap(beginningsOf).map((search) => {
        const { total } = listInvitations(db, { ...everything, search, limit: 1, offset: 0 }, Date.now());
        return [search, total];
      }),
    );
  } finally {
    closeDatabase(db);
  }
}

/** `qui`: q, qu, qui. */
const beginningsOf = (typedText: string): string[] =>
  Array.from({ length: typedText.length }, (_, index) => typedText.slice(0, index + 1));
