import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchColumns } from '../../../../../shared/domain/batch/batch';
import { cellText, emptyRow } from '../../../../../renderer/features/batches/gridModel/cells';
import {
  maxRowsHeld,
  noHistory,
  recorded,
  redo,
  undo,
  type History,
} from '../../../../../renderer/features/batches/gridModel/history';
import { cacheHistory, cachedHistory } from '../../../../../renderer/features/batches/editor/historyCache';
import {
  cellsSet,
  rowsInserted,
  rowsRemoved,
} from '../../../../../renderer/features/batches/gridModel/commands/rowCommands';
import {
  patched,
  type Patch,
  type Rows,
} from '../../../../../renderer/features/batches/gridModel/rows/rowPatch';

/** What a person does; rows are selected by a number modulo their count. */
type Act =
  | { readonly kind: 'set'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly kind: 'insert'; readonly row: number; readonly count: number }
  | { readonly kind: 'remove'; readonly row: number; readonly count: number }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

const row = fc.nat(30);
const count = fc.integer({ min: 1, max: 4 });
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('set' as const), row, column: fc.nat(4), text: fc.string() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('insert' as const), row, count }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), row, count }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
);

const start: Rows = ['row-a', 'row-b', 'row-c'].map((rowId, index) => emptyRow(rowId, index + 1));

/** The model: full copies of all rows before and after each step, too simple to get wrong. */
interface Model {
  readonly past: readonly string[];
  readonly now: string;
  readonly future: readonly string[];
}

/** What a person sees: the cells in their order. */
const seen = (rows: Rows): string =>
  JSON.stringify(rows.map((each) => [each.rowId, ...batchColumns.map((column) => cellText(each, column))]));

test('undo and redo work for any edits, as if whole copies had been stored', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 60 }), (script) => {
      let rows = start;
      let history: History = noHistory;
      let made = 0;
      let model: Model = { past: [], now: seen(start), future: [] };
      for (const act of script) {
        if (act.kind === 'undo' || act.kind === 'redo') {
          const step = act.kind === 'undo' ? undo(history) : redo(history);
          model = act.kind === 'undo' ? back(model) : forth(model);
          if (step !== null) {
            rows = patched(rows, step.patch);
            history = step.history;
          }
        } else {
          const patch = patchOf(rows, act, () => `new-${(made += 1)}`);
          rows = patched(rows, patch);
          if (patch.length > 0) {
            history = recorded(history, patch);
            model = { past: [...model.past, model.now], now: seen(rows), future: [] };
          }
        }
        expect(seen(rows)).toBe(model.now);
        const positions = rows.map(({ position }) => position);
        expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other));
      }
    }),
    { numRuns: 300 },
  );
});

const back = ({ past, now, future }: Model): Model => {
  const before = past.at(-1);
  return before === undefined
    ? { past, now, future }
    : { past: past.slice(0, -1), now: before, future: [now, ...future] };
};

const forth = ({ past, now, future }: Model): Model => {
  const [after, ...rest] = future;
  return after === undefined ? { past, now, future } : { past: [...past, now], now: after, future: rest };
};

function patchOf(rows: Rows, act: Exclude<Act, { kind: 'undo' | 'redo' }>, newId: () => string): Patch {
  const at = rows.length === 0 ? 0 : act.row % rows.length;
  switch (act.kind) {
    case 'set': {
      const column = batchColumns[act.column] ?? 'note';
      const rowId = rows[at]?.rowId ?? '';
      return cellsSet(rows, [{ rowId, column, value: { text: act.text, account: null } }]);
    }
    case 'insert':
      return rowsInserted(
        rows,
        rows[at]?.rowId ?? null,
        Array.from({ length: act.count }, () => ({ rowId: newId(), cells: {} })),
      );
    case 'remove':
      return rowsRemoved(rows, new Set(rows.slice(at, at + act.count).map(({ rowId }) => rowId)));
  }
}

test('a row can be inserted before the same row a thousand times', () => {
  let rows = start;
  for (let index = 0; index < 1000; index += 1) {
    rows = patched(rows, rowsInserted(rows, 'row-b', [{ rowId: `new-${index}`, cells: {} }]));
  }
  expect(rows.map(({ rowId }) => rowId).slice(0, 3)).toEqual(['row-a', 'new-0', 'new-1']);
  expect(rows.map(({ rowId }) => rowId).slice(-3)).toEqual(['new-999', 'row-b', 'row-c']);
  expect(new Set(rows.map(({ position }) => position)).size).toBe(1003);
});

const stepOf = (size: number): Patch =>
  Array.from({ length: size }, (_, index) => ({ rowId: `row-${index}`, before: null, after: null }));

test('the history has a row limit: the oldest steps go first, and the latest stays whatever its size', () => {
  let history = noHistory;
  for (let index = 0; index < 10; index += 1) history = recorded(history, stepOf(maxRowsHeld / 4));
  expect(history.done).toHaveLength(4);
  history = recorded(history, stepOf(1));
  expect(history.done.map(({ length }) => length)).toEqual([
    ...[4, 4, 4].map((part) => maxRowsHeld / part),
    1,
  ]);
  history = recorded(history, stepOf(maxRowsHeld + 1));
  expect(history.done).toHaveLength(1);
  expect(undo(history)?.patch).toHaveLength(maxRowsHeld + 1);
  for (let index = 0; index < 600; index += 1) history = recorded(history, stepOf(1));
  expect(history.done).toHaveLength(500);
});

test('the last five batches that were left keep their undo history', () => {
  const client = new QueryClient();
  const keep = (batchId: string): void => cacheHistory(client, batchId, { done: [stepOf(1)], undone: [] });
  for (const batchId of ['a', 'b', 'c', 'd', 'e', 'a', 'f']) keep(batchId);
  const kept = ['a', 'b', 'c', 'd', 'e', 'f'].filter(
    (batchId) => cachedHistory(client, batchId) !== undefined,
  );
  expect(kept).toEqual(['a', 'c', 'd', 'e', 'f']);
  client.clear();
});
