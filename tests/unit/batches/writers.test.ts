import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CodedError } from '../../../shared/errors';
import { createBatchWriters, type BatchWriters } from '../../../main/batches/writers';

const changed = vi.fn();
let writers: BatchWriters;
beforeEach(() => {
  vi.useFakeTimers();
  changed.mockReset();
  writers = createBatchWriters({ changed, patienceMs: 10_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const visit = (windowId: number, editId = `visit-of-${String(windowId)}`) => ({ windowId, editId });
const edits = (windowId: number) => writers.edit('b-1', visit(windowId)).writer === 'here';
/** The code and sentence of a take-over that failed; null if it succeeded. */
const failureOf = (taking: Promise<void>) =>
  taking.then(
    () => null,
    (thrown: unknown) => {
      const { code, message } = thrown as CodedError;
      return { code, message };
    },
  );

test('the first window that asks edits a batch, and no other one may write in it', () => {
  expect(edits(1)).toBe(true);
  expect(edits(2)).toBe(false);
  writers.requireWriter('b-1', 1, 'rows');
  expect(() => writers.requireWriter('b-1', 2, 'rows')).toThrow(
    expect.objectContaining({ code: 'EDITED_ELSEWHERE', retryable: true }),
  );
  expect(writers.edit('b-2', visit(2)).writer).toBe('here');
});

test('a batch that nobody edits can be written, as by a page that just left it', () => {
  expect(() => writers.requireWriter('b-1', 1, 'rows')).not.toThrow();
});

test('a window that leaves the batch, or closes, frees it and says so', () => {
  edits(1);
  changed.mockReset();
  writers.stop('b-1', visit(1));
  expect(changed).toHaveBeenCalledOnce();
  expect(edits(2)).toBe(true);
  writers.windowGone(2);
  expect(edits(3)).toBe(true);
});

test('the end of an earlier visit doesn’t end the present one in the same window', () => {
  writers.edit('b-1', visit(1, 'first-visit'));
  writers.edit('b-1', visit(1, 'second-visit'));
  writers.stop('b-1', visit(1, 'first-visit'));
  expect(edits(2)).toBe(false);
});

test('taking over waits until the other window has saved, and nobody edits in between', async () => {
  edits(1);
  const taking = failureOf(writers.takeOver('b-1', 2));
  expect(writers.edit('b-1', visit(1))).toEqual({ writer: 'here', wanted: true });
  expect(edits(2)).toBe(false);
  writers.handOver('b-1', 1, null);
  expect(await taking).toBeNull();
  expect(edits(1)).toBe(false);
  expect(edits(2)).toBe(true);
});

test('a window that can’t save keeps the batch, and the other one says why', async () => {
  edits(1);
  const taking = failureOf(writers.takeOver('b-1', 2));
  writers.handOver('b-1', 1, 'The disk is full.');
  expect(await taking).toEqual({
    code: 'EDITED_ELSEWHERE',
    message: 'The other window couldn’t save its latest changes. The disk is full.',
  });
  expect(writers.edit('b-1', visit(1))).toEqual({ writer: 'here', wanted: false });
});

test('a window that doesn’t answer keeps the batch; what it saves later is not lost', async () => {
  edits(1);
  const taking = failureOf(writers.takeOver('b-1', 2));
  await vi.advanceTimersByTimeAsync(9_999);
  expect(writers.edit('b-1', visit(1)).wanted).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(await taking).toMatchObject({ code: 'EDITED_ELSEWHERE', message: /doesn’t respond/ });
  writers.handOver('b-1', 1, null);
  expect(edits(1)).toBe(true);
  expect(() => writers.requireWriter('b-1', 1, 'rows')).not.toThrow();
});

test('the batch of a window that crashes while another one waits passes to that one', async () => {
  edits(1);
  const taking = failureOf(writers.takeOver('b-1', 2));
  writers.windowGone(1);
  expect(await taking).toBeNull();
  expect(edits(1)).toBe(false);
});

test('a window that closes while it waits leaves the other one as it was', async () => {
  edits(1);
  const taking = failureOf(writers.takeOver('b-1', 2));
  writers.windowGone(2);
  expect(await taking).toMatchObject({ code: 'EDITED_ELSEWHERE' });
  expect(writers.edit('b-1', visit(1))).toEqual({ writer: 'here', wanted: false });
});

test('of two windows that want to take over, the later one does', async () => {
  edits(1);
  const earlier = failureOf(writers.takeOver('b-1', 2));
  const later = failureOf(writers.takeOver('b-1', 3));
  expect(await earlier).toMatchObject({ code: 'EDITED_ELSEWHERE' });
  writers.handOver('b-1', 1, null);
  expect(await later).toBeNull();
  expect(edits(3)).toBe(true);
});

test('only the writer hands over, and only when asked', async () => {
  edits(1);
  writers.handOver('b-1', 2, null);
  writers.handOver('b-1', 1, null);
  expect(edits(1)).toBe(true);
  await writers.takeOver('b-2', 2);
  expect(writers.windowOf('b-2')).toBe(2);
});
