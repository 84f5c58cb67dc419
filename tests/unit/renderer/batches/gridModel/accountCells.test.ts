import { expect, test } from 'vitest';
import { at } from '../../../../../renderer/features/batches/gridModel/selection';
import { setUp } from '../support/setUp';

const second = { accountText: 'Twin', account: { connectionId: 'admin', accountId: 'amc-3' } };
const otherAccess = { accountText: 'Copper Kettle', account: { connectionId: 'viewer', accountId: 'amc-1' } };
const renamed = { accountText: 'Twin of old', account: { connectionId: 'admin', accountId: 'amc-2' } };
const unconfirmed = { accountText: 'Copper Kettle', account: null };

test('an account cell that is opened and closed does not change', () => {
  const stored = [second, otherAccess, renamed, unconfirmed];
  const { store } = setUp(stored);
  const accounts = () => store.state().rows.map(({ accountText, account }) => ({ accountText, account }));
  for (const row of stored.keys()) {
    store.select(at(row, 0));
    store.edit(false);
    expect(store.rowNow(`row-000${row}`)).toMatchObject(stored[row] ?? {});
    store.commit();
    store.edit(false);
    store.typed('something else');
    store.typed(stored[row]?.accountText ?? '');
    store.commit();
  }
  expect(accounts()).toEqual(stored);
  expect(store.state().history.done).toEqual([]);
});

test('the picked option is used even if its text is the same', () => {
  const { store } = setUp([second]);
  store.edit(false);
  store.commit({ text: 'Twin', account: { connectionId: 'admin', accountId: 'amc-2' } });
  expect(store.state().rows[0]?.account?.accountId).toBe('amc-2');
});

test('a copied account pastes as the same one, even if its name is ambiguous', () => {
  const { store, cells } = setUp([second, renamed, otherAccess, {}, {}, {}]);
  store.select({ active: { row: 0, column: 0 }, corner: { row: 2, column: 0 } });
  const text = store.copied();
  expect(text).toBe('amc-3\namc-2\nCopper Kettle');
  store.select(at(3, 0));
  store.paste(text);
  const pasted = store.state().rows.slice(3);
  expect(pasted.map(({ account }) => account?.accountId)).toEqual(['amc-3', 'amc-2', 'amc-1']);
  expect(cells()[3]?.[0]).toBe('Twin');
});
