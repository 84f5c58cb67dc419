import { existsSync } from 'node:fs';
import { expect, test } from './fixture';
import type { OfficeDesktop } from './offices';

/** Shows a batch by its address. */
export async function show({ page, screens }: OfficeDesktop, batchId: string): Promise<void> {
  await page.evaluate((id) => {
    window.location.hash = `#/batches/${id}`;
  }, batchId);
  await expect(screens.heading('June')).toBeVisible();
}

/** Exports the batch on screen for approval. @returns the file's path */
export async function exported(office: OfficeDesktop, name: string): Promise<string> {
  const path = await office.saveNextAs(name);
  const { page } = office;
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'For approval (signed file)' }).click();
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeEnabled();
  await expect.poll(() => existsSync(path)).toBe(true);
  return path;
}

/** Opens a batch file and does what `decide` says. @returns the path of the answer */
export async function answered(
  office: OfficeDesktop,
  path: string,
  name: string,
  decide: () => Promise<void>,
): Promise<string> {
  await office.open(path);
  await expect(office.screens.heading('Approval of June')).toBeVisible();
  const answer = await office.saveNextAs(name);
  await decide();
  await expect(office.screens.text('Saved', { exact: true })).toBeVisible();
  return answer;
}

/** The ten words of this desktop's own key, as Settings shows them. */
export async function ownPhrase({ page, screens }: OfficeDesktop): Promise<string> {
  await screens.goTo('Settings');
  const parts = page.getByRole('list', { name: 'Your key' }).getByRole('listitem');
  await expect(parts).toHaveCount(10);
  return (await parts.allInnerTexts()).join(' ');
}

/** Compares the words of a colleague's key with what was read out by phone, and confirms it. */
export async function confirmKey(
  { page, screens }: OfficeDesktop,
  name: string,
  readOut: string,
): Promise<void> {
  await screens.goTo('Settings');
  await page.getByRole('button', { name: `Confirm the key of ${name}` }).click();
  const dialog = screens.dialog('Confirm this key?');
  expect((await dialog.getByRole('listitem').allInnerTexts()).join(' ')).toBe(readOut);
  await dialog.getByRole('button', { name: 'The words are the same' }).click();
  await expect(page.getByRole('table', { name: 'Colleagues’ keys' })).toContainText('Confirmed');
}

/** Sets the rule that every batch needs an approval. */
export const needApproval = ({ page, screens }: OfficeDesktop): Promise<void> =>
  test.step('every batch needs a second person', async () => {
    await screens.goTo('Settings');
    await page.getByRole('radio', { name: 'Every batch' }).click();
    await expect(page.getByRole('textbox', { name: 'Approvals count for (days)' })).toBeVisible();
  });
