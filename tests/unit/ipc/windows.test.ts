import { beforeEach, expect, test, vi } from 'vitest';
import { createBatchWriters, type BatchWriters } from '../../../main/batches/writers';
import { oneWriter, windowsHandlers } from '../../../main/ipc/windows';

let writers: BatchWriters;
beforeEach(() => {
  writers = createBatchWriters({ changed: () => undefined, patienceMs: 10_000 });
});

const [main, further, opened] = [1, 2, 3].map((windowId) => ({ windowId })) as [
  { windowId: number },
  { windowId: number },
  { windowId: number },
];

const ourCalls = () => ({
  'batches.setRows': vi.fn(() => ({})),
  'batches.keepRows': vi.fn(() => ({})),
  'batches.addImport': vi.fn(),
  'batches.rename': vi.fn(),
  'batches.duplicate': vi.fn(),
  'batches.archive': vi.fn(),
  'batches.setNotify': vi.fn(),
  'batches.remove': vi.fn(() => ({})),
});

test('rows are stored, kept and imported only for the window that edits the batch', () => {
  const calls = ourCalls();
  const handlers = oneWriter(calls, writers);
  const batchId = 'b-1';
  const setRows = { batchId, rows: [], removed: [] };
  writers.edit(batchId, { ...main, editId: 'visit-of-main' });
  expect(handlers['batches.setRows'](setRows, main)).toEqual({});
  const others = [
    () => handlers['batches.setRows'](setRows, further),
    () => handlers['batches.keepRows']({ batchId, rows: [] }, further),
    () => handlers['batches.addImport']({ batchId, options: {} as never }, further),
  ];
  for (const call of others) expect(call).toThrow(expect.objectContaining({ code: 'EDITED_ELSEWHERE' }));
  expect(calls['batches.setRows']).toHaveBeenCalledOnce();
  expect(calls['batches.keepRows']).not.toHaveBeenCalled();
  expect(calls['batches.addImport']).not.toHaveBeenCalled();
});

test('a batch is renamed, copied, archived, deleted and set to notify only where it is edited, and anywhere once it isn’t', () => {
  const calls = ourCalls();
  const handlers = oneWriter(calls, writers);
  const batchId = 'b-1';
  const changes = (caller: typeof main) => [
    () => handlers['batches.rename']({ batchId, name: 'Spring' }, caller),
    () => handlers['batches.duplicate']({ batchId }, caller),
    () => handlers['batches.archive']({ batchId, archived: true }, caller),
    () => handlers['batches.setNotify']({ batchId, notify: true }, caller),
    () => handlers['batches.remove']({ batchId }, caller),
  ];
  writers.edit(batchId, { ...main, editId: 'visit-of-main' });
  for (const change of changes(further)) {
    expect(change).toThrow(
      expect.objectContaining({
        code: 'EDITED_ELSEWHERE',
        message: expect.stringContaining('Show that window') as unknown,
      }),
    );
  }
  for (const call of Object.values(calls)) expect(call).not.toHaveBeenCalled();
  for (const change of changes(main)) void change();
  writers.windowGone(main.windowId);
  for (const change of changes(further)) void change();
  expect(calls['batches.remove']).toHaveBeenCalledTimes(2);
  expect(calls['batches.rename']).toHaveBeenLastCalledWith({ batchId, name: 'Spring' });
});

/** Opens the batch from a window. @returns whether the new window is to edit it */
async function opensFrom(opener: { windowId: number }, isNew: boolean): Promise<boolean> {
  const windows = {
    open: () => ({ route: { screen: 'batch', batchId: 'b-1' }, windowId: opened.windowId, isNew }),
    showInMain: vi.fn(),
    bringForward: vi.fn(),
  };
  await windowsHandlers({ windows, writers })['windows.open']({ path: '/batches/b-1' }, opener);
  return writers.edit('b-1', { ...main, editId: 'visit-of-main' }).wanted;
}

test('a batch moves along only from the window that edits it, and only to a new one', async () => {
  writers.edit('b-1', { ...main, editId: 'visit-of-main' });
  expect(await opensFrom(further, true)).toBe(false);
  expect(await opensFrom(main, false)).toBe(false);
  expect(await opensFrom(main, true)).toBe(true);
  writers.handOver('b-1', main.windowId, null);
  expect(writers.windowOf('b-1')).toBe(opened.windowId);
});
