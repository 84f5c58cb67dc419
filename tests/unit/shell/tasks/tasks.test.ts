import { expect, test } from 'vitest';
import { dockMenuItems } from '../../../../main/shell/tasks/dockMenuItems';
import { taskIn, windowsTasks } from '../../../../main/shell/tasks/taskArgument';

test('a task of the jump list starts the app with a switch that the app understands', () => {
  const tasks = windowsTasks('C:\\Apps\\AMC Access Manager.exe');
  expect(tasks.map(({ title }) => title)).toEqual(['Invite people', 'Show batches']);
  expect(tasks.map(({ program, arguments: given }) => taskIn([program, given]))).toEqual([
    'invite',
    'batches',
  ]);
});

test.each([
  ['nothing', []],
  ['another screen', ['--show=settings']],
  ['a link', ['amc-access-manager://redeem']],
  ['more than one', ['--show=invite', '--show=batches']],
  ['something after it', ['--show=invite&send=1']],
  ['other capitals', ['--SHOW=invite']],
])('a command line with %s is no task', (_, given) => {
  expect(taskIn(['app', ...given])).toBeNull();
});

test('switches that Chromium adds don’t matter', () => {
  expect(taskIn(['app', '--allow-file-access-from-files', '--show=batches', '--original-process'])).toBe(
    'batches',
  );
});

test('the Dock’s menu does what the File menu begins with', () => {
  const commands: string[] = [];
  const items = dockMenuItems((command) => commands.push(command));
  expect(items.map(({ label }) => label)).toEqual(['New Batch', 'Invite People…']);
  for (const { click } of items) (click as () => void)();
  expect(commands).toEqual(['newBatch', 'invite']);
});
