import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { expect, test } from '../../support/desktop/fixture';
import { readWorkbook } from '../../support/fixtures/workbook';

test('the list on screen is exported as a workbook and as CSV', async ({ signedInApp, userData }) => {
  const { page, screens, electron } = signedInApp;
  await screens.goTo('Invitations');
  const exportButton = page.getByRole('button', { name: 'Export' });
  await expect(exportButton).toBeEnabled();
  const saveAs = async (kind: string, file: string): Promise<Buffer> => {
    await electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await exportButton.click();
    await page.getByRole('menuitem', { name: kind }).click();
    await expect.poll(() => readIfThere(file)?.length ?? 0).toBeGreaterThan(0);
    return readFileSync(file);
  };

  const { Invitations = [], Accounts = [] } = readWorkbook(
    await saveAs('Excel workbook', join(userData, 'list.xlsx')),
  );
  expect(Invitations[1]?.[0]?.text).toBe('Shown: Pending');
  expect(Accounts).toHaveLength(15);
  await expect(screens.text(/^Saved \d+ invitations as .+\.xlsx$/)).toBeVisible();

  const text = (await saveAs('CSV', join(userData, 'list.csv'))).toString('utf8').slice(1);
  const { data } = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(data).toHaveLength(Invitations.length - 5);
  expect(new Set(data.map((row) => row['State']))).toEqual(new Set(['Pending']));
  const saved = screens.text(/^Saved \d+ invitations as list\.csv$/);
  await expect(saved).toBeVisible();
  // For another list it would mean nothing.
  await page.getByRole('button', { name: 'Expiring in 3 days' }).click();
  await expect(saved).toHaveCount(0);
});

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
