import { firstPaint, keyToPaint, paintOf, type Sight } from './inPage';
import type { Page } from './page';

const heading = (number: number): Sight => ({ selector: 'main h1', text: `Invitations (${String(number)})` });

/** Times of a table of Cloudscape alone that is redrawn by a key, in ms. @param times how often */
export async function redrawTimes(page: Page, times: number): Promise<number[]> {
  await open(page, '#redrawn');
  const measured: number[] = [];
  for (let time = 1; time <= times; time += 1) measured.push(await keyToPaint(page, 'a', heading(time)));
  return measured;
}

/** Times of another table that is drawn when Enter closes a dialog of Cloudscape, in ms. The first doesn't count. */
export async function dialogTimes(page: Page, times: number): Promise<number[]> {
  await open(page, '#dialog');
  const measured: number[] = [];
  for (let time = 1; time <= times + 1; time += 1) {
    await page.press('a');
    await paintOf(page, { selector: '[role=dialog] h2' });
    const took = await keyToPaint(page, 'Enter', heading(time));
    if (time > 1) measured.push(took);
  }
  return measured;
}

async function open(page: Page, hash: string): Promise<void> {
  await firstPaint(page);
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await paintOf(page, heading(0));
}
