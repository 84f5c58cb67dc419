import { expect, test } from 'vitest';
import { at } from '../../../../../renderer/features/batches/gridModel/selection';
import type { RowFinding } from '../../../../../shared/domain/batch/batch';
import { setUp } from '../support/setUp';

const pending: RowFinding = {
  code: 'ALREADY_PENDING',
  level: 'error',
  column: 'emailAddress',
  message: 'Invited already.',
  fix: null,
};
const whole = { accountText: 'Copper Kettle', userName: 'Ada', role: 'viewer' };

function setUpAnnounced(rows: Parameters<typeof setUp>[0]) {
  const { store } = setUp(rows);
  return {
    store,
    announced: () => store.state().announced,
    type(row: number, column: number, text: string): void {
      store.select(at(row, column));
      store.edit(true);
      store.typed(text);
      store.commit();
    },
    /** Main answers with these findings. */
    checked(...rowIds: readonly string[]): void {
      const findings = rowIds.map((rowId) => ({ rowId, findings: [pending] }));
      store.tookCheck({ whole: true, version: 2, findings }, store.step());
    },
  };
}

test('the same error in two rows is announced twice', () => {
  const { announced, type } = setUpAnnounced([whole, whole]);
  type(0, 1, 'nobody');
  const first = announced();
  expect(first.text).toMatch(/^Email: /);
  type(1, 1, 'nobody');
  expect(announced().text).toBe(first.text);
  expect(announced().turn).not.toBe(first.turn);
});

test('a finding from main in the current row is announced once', () => {
  const { store, announced, type, checked } = setUpAnnounced([whole, whole]);
  type(0, 1, 'ada@x.example');
  store.move('next');
  store.edit(true);
  checked('row-0000');
  expect(announced().text).toBe('Email: Invited already.');
  const { turn } = announced();
  checked('row-0000');
  expect(announced().turn).toBe(turn);
});

test('a finding in a row just left is announced with its number, but not yet in a cell being edited', () => {
  const { store, announced, type, checked } = setUpAnnounced([whole, whole]);
  type(0, 1, 'ada@x.example');
  store.select(at(1, 1));
  store.edit(true);
  store.typed('bea@x.example');
  checked('row-0000', 'row-0001');
  expect(announced().text).toBe('Row 1, Email: Invited already.');
  store.commit();
  checked('row-0001');
  expect(announced().text).toBe('Email: Invited already.');
});

test('after a paste the number of rows with problems is announced, at once and when main finds more', () => {
  const { store, announced, checked } = setUpAnnounced([whole, whole, whole]);
  store.select(at(0, 1));
  store.paste('ada@x.example\nnobody\nbea@x.example');
  expect(announced().text).toBe('Pasted 3 rows. 1 row has problems.');
  checked('row-0000', 'row-0002');
  expect(announced().text).toBe('2 rows have problems.');
});
