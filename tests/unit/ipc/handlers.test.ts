import { expect, test, vi } from 'vitest';
import { callOf, type Handlers } from '../../../main/ipc/handlers';

const caller = { windowId: 7 };

test('a handler that doesn’t depend on the window gets the input alone: its other parameters are its own', () => {
  const remove = vi.fn();
  callOf({ 'members.remove': remove } as unknown as Handlers, 'members.remove')('input' as never, caller);
  expect(remove.mock.calls).toEqual([['input']]);
});

test('a handler that depends on the window learns which one calls', () => {
  const setRows = vi.fn();
  callOf({ 'batches.setRows': setRows } as unknown as Handlers, 'batches.setRows')('input' as never, caller);
  expect(setRows.mock.calls).toEqual([['input', caller]]);
});
