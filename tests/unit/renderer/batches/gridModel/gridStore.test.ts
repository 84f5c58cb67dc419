import { expect, test } from 'vitest';
import { applied } from '../../../../../renderer/features/batches/gridModel/commands/applyToSelection';
import { at, wholeRows } from '../../../../../renderer/features/batches/gridModel/selection';
import { emptyRow } from '../../../../../renderer/features/batches/gridModel/cells';
import { maxRows, type BatchRow } from '../../../../../shared/domain/batch/batch';
import { setUp } from '../support/setUp';

test('an account is recognized by ID or name, through the connection that can invite; one of two with the same name is not guessed', () => {
  const { store, cells } = setUp();
  store.paste(' copper  kettle\nAMC-2\nTwin\nNowhere');
  expect(cells().map(([name]) => name)).toEqual(['Copper Kettle', 'Twin', 'Twin', 'Nowhere']);
  expect(store.state().rows.map((row) => row.account)).toEqual([
    { connectionId: 'admin', accountId: 'amc-1' },
    { connectionId: 'admin', accountId: 'amc-2' },
    null,
    null,
  ]);
});

test('typed text can be stored at once, is one step, and is gone after Esc', () => {
  const { store, cells, touched } = setUp([{ userName: 'Rosa' }]);
  store.select(at(0, 2));
  store.edit(true);
  for (const text of ['T', 'Ta', 'Tar']) store.typed(text);
  expect(store.rowNow('row-0000')?.userName).toBe('Tar');
  expect(touched).toContain('row-0000');
  store.commit();
  store.undo();
  expect(cells()[0]?.[2]).toBe('Rosa');
  store.redo();
  expect(cells()[0]?.[2]).toBe('Tar');
  store.edit(false);
  store.typed('Target');
  store.cancel();
  expect(store.rowNow('row-0000')?.userName).toBe('Tar');
});

test('opening a cell that is already open keeps its text', () => {
  const { store, cells } = setUp([{ userName: 'Rosa' }]);
  store.select(at(0, 2));
  store.edit(false);
  store.typed('Rosa Lind');
  expect(store.edit(false)).toBe(true);
  store.commit();
  expect(cells()[0]?.[2]).toBe('Rosa Lind');
});

test('typing into the empty row creates a row, and Esc removes it', () => {
  const { store, cells, touched } = setUp();
  store.select(at(0, 1));
  store.edit(true);
  store.typed('r');
  const [rowId = ''] = touched;
  expect(store.rowNow(rowId)?.emailAddress).toBe('r');
  store.cancel();
  expect(store.rowNow(rowId)).toBeNull();
  store.edit(true);
  store.typed('rosa@x.example');
  store.commit();
  expect(cells()).toEqual([['', 'rosa@x.example', '', '', '', '']]);
  expect(store.state().view).toHaveLength(1);
});

test('a pasted block replaces cells and adds rows; a single value fills the selection', () => {
  const { store, cells } = setUp([{ note: 'kept' }, {}]);
  store.select(at(1, 3));
  store.paste('v\tone\nadmin\ttwo\tMain; Sandbox\ttoo far');
  expect(cells().map(([, , , ...others]) => others)).toEqual([
    ['', 'kept', ''],
    ['viewer', 'one', ''],
    ['admin', 'two', 'Main; Sandbox'],
  ]);
  store.select({ active: { row: 0, column: 3 }, corner: { row: 2, column: 3 } });
  store.paste('viewer');
  expect(cells().map(([, , , role]) => role)).toEqual(['viewer', 'viewer', 'viewer']);
  store.undo();
  store.undo();
  expect(cells()).toEqual([
    ['', '', '', '', 'kept', ''],
    ['', '', '', '', '', ''],
  ]);
});

test('a sent row cannot be changed, cleared, pasted over or removed; a failed one can', () => {
  const { store, cells } = setUp([
    { userName: 'Sent', status: 'done', operationId: 1 },
    { userName: 'Failed', status: 'failed', operationId: 2 },
  ]);
  store.select(at(0, 2));
  expect(store.edit(true)).toBe(false);
  store.select(wholeRows(0, 1));
  store.clear();
  expect(cells().map(([, , name]) => name)).toEqual(['Sent', '']);
  store.select(at(0, 2));
  store.paste('One\nTwo');
  expect(cells().map(([, , name]) => name)).toEqual(['Sent', 'Two']);
  store.select(wholeRows(0, 1));
  store.deleteRows();
  expect(cells().map(([, , name]) => name)).toEqual(['Sent']);
});

test('a check that started before a change does not affect the changed row', () => {
  const { store } = setUp([{ emailAddress: 'bad' }, { emailAddress: 'bad' }]);
  const since = store.step();
  store.select(at(0, 1));
  store.paste('rosa@x.example');
  const finding = {
    code: 'DUPLICATE_IN_BATCH' as const,
    level: 'error' as const,
    column: 'emailAddress' as const,
    message: 'Twice.',
    fix: null,
  };
  const findings = ['row-0000', 'row-0001'].map((rowId) => ({ rowId, findings: [finding] }));
  store.tookCheck({ whole: true, version: 2, findings }, since);
  const codes = (rowId: string) =>
    store
      .state()
      .marks.get(rowId)
      ?.findings.map(({ code }) => code);
  expect(codes('row-0000')).not.toContain('DUPLICATE_IN_BATCH');
  expect(codes('row-0001')).toEqual(['DUPLICATE_IN_BATCH']);
  // Rows missing from an answer keep their findings, unless the answer is complete.
  const now = store.step();
  store.tookCheck({ whole: false, version: 3, findings: [{ rowId: 'row-0000', findings: [finding] }] }, now);
  expect(codes('row-0000')).toEqual(['DUPLICATE_IN_BATCH']);
  expect(codes('row-0001')).toEqual(['DUPLICATE_IN_BATCH']);
  store.tookCheck({ whole: false, version: 4, findings: [{ rowId: 'row-0001', findings: [] }] }, now);
  expect(codes('row-0001')).toEqual([]);
  store.tookCheck({ whole: true, version: 5, findings: [] }, now);
  expect(codes('row-0000')).toEqual([]);
  expect(store.version()).toBe(5);
});

test('rows follow their state: locked while they are sent, unlocked when that failed', () => {
  const { store, cells, touched } = setUp([{ userName: 'Ada' }, { userName: 'Mira' }]);
  const write = (): void => {
    store.select(at(0, 2));
    store.edit(true);
    store.typed('Other');
    store.commit();
  };
  store.follow([
    { rowId: 'row-0000', status: 'sending', invitation: null },
    { rowId: 'row-taken-out', status: 'done', invitation: null },
  ]);
  write();
  expect(cells().map(([, , name]) => name)).toEqual(['Ada', 'Mira']);
  expect(touched).toEqual([]);
  expect(store.state().marks.get('row-0001')?.status).toBeNull();
  expect(store.state().marks.has('row-taken-out')).toBe(false);
  store.follow([{ rowId: 'row-0000', status: 'failed', invitation: null }]);
  write();
  expect(cells().map(([, , name]) => name)).toEqual(['Other', 'Mira']);
});

test('rows are filled down, inserted, and found by problem', () => {
  const { store, cells } = setUp([{ accountText: 'Copper Kettle', role: 'admin' }, {}, {}]);
  store.select({ active: { row: 0, column: 3 }, corner: { row: 2, column: 3 } });
  store.fillDown();
  expect(cells().map(([, , , role]) => role)).toEqual(['admin', 'admin', 'admin']);
  store.select(at(1, 1));
  store.insertRow();
  expect(cells()).toHaveLength(4);
  expect(cells()[1]).toEqual(['', '', '', '', '', '']);
  store.select(at(0, 0));
  store.goToProblem(false);
  const first = store.state().selection.active;
  store.goToProblem(true);
  expect(first).not.toEqual({ row: 0, column: 0 });
  expect(store.state().selection.active).not.toEqual(first);
});

test('removed rows are not restored over the limit, and can still be restored when there is room', () => {
  const { store } = setUp([{ note: 'kept' }, { note: 'out' }]);
  store.selectRow(1, false);
  store.deleteRows();
  const { rows } = store.state();
  const stored = (count: number): BatchRow[] =>
    Array.from({ length: count }, (_, index) => ({
      ...emptyRow(`many-${index}`, index + 10),
      ...{ source: null, findings: [], operationId: null, status: null, invitation: null },
    }));
  const kept = rows.map((row): BatchRow => ({ ...stored(1)[0], ...row }) as BatchRow);
  store.reload({ rows: [...kept, ...stored(maxRows - 1)], version: 2 });
  store.undo();
  expect(store.state().rows).toHaveLength(maxRows);
  expect(store.state().announced.text).toMatch(/at most 20,000 rows/);
  store.reload({ rows: kept, version: 3 });
  store.undo();
  expect(store.state().rows.map(({ note }) => note)).toEqual(['kept', 'out']);
});

test('sent rows move for rows inserted before them, and undo reverts that', () => {
  const { store, cells } = setUp([{ note: 'first' }, { note: 'sent', status: 'done', operationId: 1 }]);
  for (let index = 0; index < 80; index += 1) {
    store.select(at(1, 0));
    store.insertRow();
  }
  expect(store.state().byId.get('row-0001')?.position).toBeGreaterThan(2);
  for (let index = 0; index < 80; index += 1) store.undo();
  expect(cells().map(([, , , , note]) => note)).toEqual(['first', 'sent']);
});

test('a row that main rejects stays as stored, and its typed text is given up', () => {
  const { store, cells } = setUp([{ note: 'one' }, { note: 'two' }]);
  const stored = store.state().rows.map((row): BatchRow => ({
    ...row,
    source: null,
    findings: [],
    operationId: 1,
    status: 'queued',
    invitation: null,
  }));
  store.select(at(0, 4));
  store.paste('changed');
  store.selectRow(1, false);
  store.deleteRows();
  store.select(at(1, 4));
  store.paste('new');
  const added = store.state().rows.at(-1)?.rowId ?? '';
  store.select(at(0, 2));
  store.edit(true);
  store.typed('T');
  store.giveUp(['row-0000', 'row-0001', added], stored);
  expect(cells().map(([, , name, , note]) => [name, note])).toEqual([
    ['', 'one'],
    ['', 'two'],
  ]);
  expect(store.state().draft).toBeNull();
  store.select(at(1, 4));
  expect(store.edit(false)).toBe(false);
});

test('imported rows are one step that can be undone and redone; typed text is kept', () => {
  const { store, cells, touched } = setUp([{ note: 'one' }]);
  const stored = [...store.state().rows, ...['a', 'b'].map((id) => emptyRow(`imported-${id}`, 5))].map(
    (row): BatchRow => ({
      ...row,
      source: null,
      findings: [],
      operationId: null,
      status: null,
      invitation: null,
    }),
  );
  store.select(at(0, 4));
  store.paste('typed');
  store.added(stored);
  expect(cells()).toHaveLength(3);
  expect(cells()[0]?.[4]).toBe('typed');
  touched.length = 0;
  store.undo();
  expect(cells()).toHaveLength(1);
  expect(touched).toEqual(['imported-a', 'imported-b']);
  store.undo();
  expect(cells()[0]?.[4]).toBe('one');
  store.redo();
  store.redo();
  expect(cells()).toHaveLength(3);
});

test('an import restores no row that was just removed, and does not interrupt typing in a new one', () => {
  const { store, cells } = setUp([{ note: 'kept' }, { note: 'taken out' }]);
  store.select(wholeRows(1, 1));
  store.deleteRows();
  store.select(at(1, 4));
  store.edit(true);
  store.typed('new');
  const { nextId } = store.state();
  const stored = [
    emptyRow('row-0000', 1),
    emptyRow('row-0001', 2),
    { ...emptyRow(nextId, 2), note: 'ne' },
    emptyRow('imported-a', 3),
  ].map((row): BatchRow => ({
    ...row,
    source: null,
    findings: [],
    operationId: null,
    status: null,
    invitation: null,
  }));
  store.added(stored);
  expect(store.state().rows.map(({ rowId }) => rowId)).toEqual(['row-0000', 'imported-a']);
  expect(store.rowNow(nextId)?.note).toBe('new');
  store.commit();
  expect(cells().map(([, , , , note]) => note)).toContain('new');
  store.undo();
  store.undo();
  expect(store.state().rows.map(({ rowId }) => rowId)).toEqual(['row-0000']);
  store.undo();
  expect(cells().map(([, , , , note]) => note)).toEqual(['kept', 'taken out']);
});

test('applying to the selected rows fills those not sent, in one step; the rest stays', () => {
  const { store, cells, touched } = setUp([
    { role: 'admin', note: 'one', accountText: 'Old' },
    { role: 'admin', note: 'sent', status: 'done', operationId: 1 },
    { role: 'viewer', note: 'two', instances: 'Main' },
    { role: 'admin', note: 'not selected' },
  ]);
  store.select(wholeRows(0, 2));
  expect(store.selectedIds()).toEqual(['row-0000', 'row-0002']);
  const account = { text: 'Copper Kettle', account: { connectionId: 'admin', accountId: 'amc-1' } };
  const role = { text: 'viewer', account: null };
  const instances = { text: 'all', account: null };
  store.change(applied(store.selectedIds(), { account, role, note: null, instances }), new Set());
  expect(cells().map(([name, , , ...others]) => [name, ...others])).toEqual([
    ['Copper Kettle', 'viewer', 'one', 'all'],
    ['', 'admin', 'sent', ''],
    ['Copper Kettle', 'viewer', 'two', 'all'],
    ['', 'admin', 'not selected', ''],
  ]);
  expect(store.state().byId.get('row-0002')?.account).toEqual({ connectionId: 'admin', accountId: 'amc-1' });
  expect(touched).toEqual(['row-0000', 'row-0002']);
  store.undo();
  expect(cells()[0]).toEqual(['Old', '', '', 'admin', 'one', '']);
  expect(cells()[2]?.[5]).toBe('Main');
  expect(store.state().byId.get('row-0002')?.account).toBeNull();
  store.undo();
  expect(store.state().announced.text).toBe('Nothing to undo.');
});

test('a row sent while the dialog is open is not changed', () => {
  const { store, cells } = setUp([{ note: 'one' }, { note: 'two' }]);
  store.select(wholeRows(0, 1));
  const selected = store.selectedIds();
  store.follow([{ rowId: 'row-0000', status: 'queued', invitation: null }]);
  const note = { text: 'both', account: null };
  store.change(applied(selected, { account: null, role: null, note, instances: null }), new Set());
  expect(cells().map((row) => row[4])).toEqual(['one', 'both']);
});
