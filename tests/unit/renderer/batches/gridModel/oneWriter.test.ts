import { expect, test } from 'vitest';
import type { BatchRow } from '../../../../../shared/domain/batch/batch';
import { emptyRow } from '../../../../../renderer/features/batches/gridModel/cells';
import { fittingHistory, noHistory } from '../../../../../renderer/features/batches/gridModel/history';
import { at } from '../../../../../renderer/features/batches/gridModel/selection';
import { setUp } from '../support/setUp';

const stored = (index: number, emailAddress: string, userName = ''): BatchRow => ({
  ...emptyRow(`row-000${String(index)}`, index + 1),
  ...{ source: null, findings: [], operationId: null, status: null, invitation: null },
  ...{ emailAddress, userName },
});

test('while another window edits the batch, no key, paste or command changes anything, and it is said', () => {
  const { store, cells, touched } = setUp([{ emailAddress: 'rosa@x.example' }]);
  store.select(at(0, 1));
  store.setReadOnly(true);
  const before = cells();
  const acts: (() => void)[] = [
    () => store.edit(true),
    () => store.typed('x'),
    () => store.paste('a@x.example'),
    () => store.clear(),
    () => store.insertRow(),
    () => store.deleteRows(),
    () => store.undo(),
    () => store.change([], new Set(['row-0000'])),
  ];
  for (const act of acts) act();
  expect(cells()).toEqual(before);
  expect(touched).toEqual([]);
  expect(store.state().draft).toBeNull();
  expect(store.state().announced.text).toMatch(/edited in another window/);
});

test('what the other window saved is shown: rows changed, added and removed, and where one stood stays', () => {
  const { store, cells } = setUp([
    { emailAddress: 'rosa@x.example' },
    { emailAddress: 'tariq@x.example' },
    { emailAddress: 'lee@x.example' },
  ]);
  store.setReadOnly(true);
  store.select(at(1, 1));
  store.catchUp({
    rows: [stored(0, 'rosa@x.example', 'Rosa'), stored(1, 'tariq@x.example'), stored(3, 'new@x.example')],
    version: 7,
  });
  expect(cells().map((row) => [row[1], row[2]])).toEqual([
    ['rosa@x.example', 'Rosa'],
    ['tariq@x.example', ''],
    ['new@x.example', ''],
  ]);
  expect(store.state().selection).toEqual(at(1, 1));
  expect(store.version()).toBe(7);
});

test('afterwards a step can be undone unless the other window changed one of its rows', () => {
  const { store, cells } = setUp([{ emailAddress: 'rosa@x.example' }, { emailAddress: 'tariq@x.example' }]);
  const name = (row: number, text: string): void => {
    store.select(at(row, 2));
    store.edit(true);
    store.typed(text);
    store.commit();
  };
  name(0, 'Rosa');
  name(1, 'Tariq');
  store.setReadOnly(true);
  store.catchUp({
    rows: [stored(0, 'rosa@x.example', 'Rosa'), stored(1, 'tariq@x.example', 'T. Aziz')],
    version: 2,
  });
  store.setReadOnly(false);
  store.undo();
  store.undo();
  expect(cells().map((row) => row[2])).toEqual(['', 'T. Aziz']);
});

test('a history whose rows are as it left them is kept whole, undone steps too', () => {
  const { store } = setUp([{ emailAddress: 'rosa@x.example' }]);
  store.select(at(0, 2));
  for (const text of ['R', 'Ro']) {
    store.edit(true);
    store.typed(text);
    store.commit();
  }
  store.undo();
  const { history, byId } = store.state();
  expect(history.done).toHaveLength(1);
  expect(history.undone).toHaveLength(1);
  expect(fittingHistory(history, byId)).toEqual(history);
  expect(fittingHistory(history, new Map())).toEqual(noHistory);
});
