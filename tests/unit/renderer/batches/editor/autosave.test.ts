import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyRow } from '../../../../../renderer/features/batches/gridModel/cells';
import { createAutosave, type SaveState } from '../../../../../renderer/features/batches/editor/autosave';
import type { BatchRowInput } from '../../../../../shared/domain/batch/batch';
import { CodedError } from '../../../../../shared/errors';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const sent = new CodedError({ code: 'INVALID_INPUT', message: 'It was sent already.' });

function setUp() {
  const rows = new Map<string, BatchRowInput>();
  const stored = new Map<string, BatchRowInput>();
  const states: SaveState['kind'][] = [];
  const calls: number[] = [];
  const givenUp: string[] = [];
  const taken: (readonly string[])[] = [];
  const locked = new Set<string>();
  let failure: CodedError | null = null;
  const saver = createAutosave({
    send: async (changed, removed) => {
      await Promise.resolve();
      calls.push(changed.length + removed.length);
      if (failure !== null) throw failure;
      if ([...changed.map(({ rowId }) => rowId), ...removed].some((rowId) => locked.has(rowId))) throw sent;
      taken.push([...removed, ...changed.map(({ rowId }) => rowId)]);
      for (const row of changed) stored.set(row.rowId, row);
      for (const rowId of removed) stored.delete(rowId);
    },
    rowOf: (rowId) => rows.get(rowId) ?? null,
    onState: ({ kind }) => states.push(kind),
    async onRefused(refused) {
      await Promise.resolve();
      if (failure !== null) throw failure;
      for (const { rowId, error } of refused) givenUp.push(`${rowId}: ${error.message}`);
    },
    onSaved: () => undefined,
  });
  return {
    saver,
    stored,
    states,
    calls,
    givenUp,
    locked,
    taken,
    type(rowId: string, note: string) {
      rows.set(rowId, { ...emptyRow(rowId, 1), note });
      saver.touch([rowId]);
    },
    remove(rowId: string) {
      rows.delete(rowId);
      saver.touch([rowId]);
    },
    fail(error: CodedError | null) {
      failure = error;
    },
  };
}

test('text typed without a pause is still stored within a second', async () => {
  const { type, stored, calls } = setUp();
  for (let index = 0; index < 40; index += 1) {
    type('row-0001', 'x'.repeat(index + 1));
    await vi.advanceTimersByTimeAsync(100);
    if (index >= 10) expect(stored.get('row-0001')?.note.length).toBeGreaterThan(index - 9);
  }
  expect(calls.length).toBeLessThan(20);
});

test('after a failure everything is retried until it is stored, including newer changes', async () => {
  const { type, remove, stored, states, fail } = setUp();
  type('row-0001', 'first');
  type('row-0002', 'kept');
  await vi.advanceTimersByTimeAsync(500);
  fail(new CodedError({ code: 'INTERNAL', message: 'The disk is full.' }));
  type('row-0002', 'changed');
  remove('row-0001');
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toBe('failed');
  expect(stored.get('row-0002')?.note).toBe('kept');
  type('row-0003', 'new');
  fail(null);
  await vi.advanceTimersByTimeAsync(3000);
  expect(states.at(-1)).toBe('saved');
  expect([...stored.keys()]).toEqual(['row-0002', 'row-0003']);
  expect(stored.get('row-0002')?.note).toBe('changed');
});

test('no call exceeds the bridge’s size limit', async () => {
  const { saver, type, calls, stored } = setUp();
  for (let index = 0; index < 5000; index += 1) type(`row-${index}`, 'short');
  for (let index = 5000; index < 5600; index += 1) type(`row-${index}`, '名'.repeat(2000));
  await saver.flush();
  expect(stored.size).toBe(5600);
  expect(Math.max(...calls)).toBeLessThanOrEqual(2000);
  expect(calls.reduce((sum, count) => sum + count)).toBe(5600);
  expect(calls.length).toBeGreaterThan(4);
});

test('a rejected row is given up with the reason, and all others are stored', async () => {
  const { saver, type, remove, locked, stored, states, calls, givenUp, taken } = setUp();
  for (const rowId of ['row-0700', 'row-gone']) locked.add(rowId);
  for (let index = 0; index < 1000; index += 1) type(`row-${String(index).padStart(4, '0')}`, 'x');
  remove('row-gone');
  remove('row-free');
  expect(await saver.flush()).toMatchObject({ message: 'It was sent already.' });
  expect(stored.size).toBe(999);
  expect(givenUp).toEqual(['row-gone: It was sent already.', 'row-0700: It was sent already.']);
  expect(states.at(-1)).toBe('saved');
  // Removals make room, so they are sent before additions.
  expect(taken[0]?.[0]).toBe('row-free');
  expect(calls.length).toBeLessThan(50);
  type('row-0001', 'later');
  expect(await saver.flush()).toBeNull();
  expect(stored.get('row-0001')?.note).toBe('later');
});

test('saving now reports when it fails', async () => {
  const { saver, type, stored, fail, locked, givenUp } = setUp();
  fail(new CodedError({ code: 'DISK_FULL', message: 'The disk is full.' }));
  type('row-0001', 'x');
  expect(await saver.flush()).toMatchObject({ code: 'DISK_FULL' });
  locked.add('row-0002');
  type('row-0002', 'x');
  await vi.advanceTimersByTimeAsync(5000);
  expect(givenUp).toEqual([]);
  fail(null);
  expect(await saver.flush()).toMatchObject({ code: 'INVALID_INPUT' });
  expect([...stored.keys()]).toEqual(['row-0001']);
  expect(givenUp).toHaveLength(1);
  expect(await saver.flush()).toBeNull();
});
