import { expect, test, vi } from 'vitest';
import { callOf, type AreaHandlers, type Handler, type Handlers } from '../../../main/ipc/handlers';

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

test('a function with further parameters isn’t taken for a handler', () => {
  const calls: unknown[] = [];
  const stop = (_request: unknown, recorded: { readonly at: number } | null = null) => {
    calls.push(recorded);
    return {};
  };
  // @ts-expect-error its second parameter is its own
  const refused: Handler<'members.stopRefresh'> = stop;
  const handler: Handler<'members.stopRefresh'> = (request) => stop(request);
  const handlers: Pick<AreaHandlers<'members'>, 'members.stopRefresh'> = { 'members.stopRefresh': handler };
  void handlers['members.stopRefresh']({});
  expect(refused).toBe(stop);
  expect(calls).toEqual([null]);
});
