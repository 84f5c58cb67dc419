import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { electronProgram } from '../../support/desktop/app';
import { projectRoot } from '../../support/projectRoot';
import { expect, test, type StartedApp } from '../../support/desktop/fixture';

test('a second launch shows the first window and exits', async ({ welcomeApp: { electron } }) => {
  const userData = await electron.evaluate(({ app }) => app.getPath('userData'));
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = spawn(electronProgram(), [`--user-data-dir=${userData}`, projectRoot], { stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect
    .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
});

test('the window reopens with the same position, size and size of the text', async ({ start }) => {
  const boundsOf = ({ electron }: StartedApp) =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  const zoomOf = ({ electron }: StartedApp) =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());
  const first = await start();
  const bounds = { x: 120, y: 90, width: 1111, height: 777 };
  expect(await boundsOf(first)).not.toMatchObject({ x: bounds.x, y: bounds.y });
  await first.electron.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
    bounds,
  );
  // The system moves it asynchronously.
  await expect.poll(() => boundsOf(first)).toEqual(bounds);
  await first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(1),
  );
  await first.quit();
  const second = await start();
  await expect.poll(() => boundsOf(second)).toEqual(bounds);
  await expect.poll(() => zoomOf(second)).toBe(1);
});
