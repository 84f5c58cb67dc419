import {
  batchColumns,
  type BatchColumn,
  type BatchRow,
  type BatchRowInput,
  type RowFinding,
  maxRows,
  rowLocalCodes,
} from '../../../../shared/domain/batch/batch';
import { rowLocalFindings } from '../../../../shared/domain/batch/rules/checkRow';
import { formatNumber } from '../../../../shared/text/formats';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import { cellText, emptyRow } from './cells';
import { fittingHistory, noHistory, type History } from './history';
import { inOrder, isSameRow, patched, type Patch, type RowChange, type Rows } from './rows/rowPatch';
import {
  isLocked,
  noMarks,
  stableView,
  viewOf,
  type Marks,
  type RowFilter,
  type RowSort,
} from './rows/rowView';
import { at, clamped, type Selection } from './selection';
import { gridModelText } from './gridModelText';

/** A cell being edited. What is typed is stored like everything else, but isn't an undo step yet. */
export interface Draft {
  readonly rowId: string;
  readonly column: BatchColumn;
  readonly text: string;
  /** The cell's previous text. While nothing else is typed, nothing changes: the text alone may not identify the account. */
  readonly before: string;
  /** The position of a row that only exists because of this draft; null for an existing row. */
  readonly newAt: number | null;
  /** It began by typing over the cell, not by opening its content. */
  readonly over: boolean;
}

/** A text for the live region. */
export interface Announcement {
  readonly text: string;
  /** Different each time, so that the same text is announced again. */
  readonly turn: number;
}

/** Everything the grid shows. */
export interface GridState {
  readonly rows: Rows;
  readonly byId: ReadonlyMap<string, BatchRowInput>;
  /** Each row’s number as the batch counts them, from 1, whatever the view. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly marks: ReadonlyMap<string, Marks>;
  /** The IDs of the rows shown, in order. After them comes an empty row to type into. */
  readonly view: readonly string[];
  readonly filter: RowFilter;
  readonly sort: RowSort | null;
  readonly selection: Selection;
  readonly draft: Draft | null;
  readonly history: History;
  /** The ID that the empty row will have. */
  readonly nextId: string;
  /** Increases each time the active cell should take the focus, wherever that is. */
  readonly focusWanted: number;
  /** Another window edits the batch: this one shows what is saved there. */
  readonly isReadOnly: boolean;
  /** What the last paste left out, until dismissed. */
  readonly notPasted: string | null;
  /** The text that is looked for; null while nobody looks for any. */
  readonly finding: string | null;
  /** The last one. */
  readonly announced: Announcement;
}

export const tooMany = gridModelText.batchFull(formatNumber(maxRows));

/** The rows with indexes by ID. */
const indexed = (rows: Rows): Pick<GridState, 'rows' | 'byId' | 'numbers'> => ({
  rows,
  byId: new Map(rows.map((row) => [row.rowId, row])),
  numbers: new Map(rows.map(({ rowId }, index) => [rowId, index + 1])),
});

/** The part of a stored row that a person writes. */
function inputOf({ source, findings, operationId, status, invitation, ...row }: BatchRow): BatchRowInput {
  return row;
}

const marksOf = ({ findings, status, invitation }: BatchRow): Marks => ({ findings, status, invitation });

export function openedState(stored: readonly BatchRow[], nextId: string): GridState {
  const rows = inOrder(stored.map(inputOf));
  return {
    ...indexed(rows),
    marks: new Map(stored.map((row) => [row.rowId, marksOf(row)])),
    view: rows.map(({ rowId }) => rowId),
    filter: 'all',
    sort: null,
    selection: at(0, 0),
    draft: null,
    history: noHistory,
    nextId,
    focusWanted: 0,
    isReadOnly: false,
    notPasted: null,
    finding: null,
    announced: { text: '', turn: 0 },
  };
}

/** The rows as stored now, keeping the history and the view. */
export function reloadedState(state: GridState, stored: readonly BatchRow[]): GridState {
  const fresh = openedState(stored, state.nextId);
  const { filter, sort, history, finding, isReadOnly } = state;
  const next = { ...fresh, filter, sort, history, finding, isReadOnly };
  return { ...next, view: viewOf({ ...next, marksOf: marksIn(next) }), selection: at(0, 0) };
}

/** The state with these rows as stored now, or gone if they aren't; edits in them are dropped. */
export function stateOfStored(
  state: GridState,
  rowIds: readonly string[],
  stored: readonly BatchRow[],
): GridState {
  const storedOf = new Map(stored.map((row) => [row.rowId, row]));
  const patch = rowIds.flatMap((rowId): RowChange[] => {
    const before = state.byId.get(rowId) ?? null;
    const row = storedOf.get(rowId);
    const after = row === undefined ? null : inputOf(row);
    return before === null && after === null ? [] : [{ rowId, before, after }];
  });
  const next = stateAfter(state, patch);
  const marks = rowIds.flatMap((rowId): [string, Marks][] => {
    const row = storedOf.get(rowId);
    return row === undefined ? [] : [[rowId, marksOf(row)]];
  });
  return {
    ...next,
    marks: new Map([...next.marks, ...marks]),
    draft: state.draft !== null && rowIds.includes(state.draft.rowId) ? null : state.draft,
  };
}

/** The state as another window has stored it: what differs, all findings, and the steps that can still be undone. */
export function caughtUpState(state: GridState, stored: readonly BatchRow[]): GridState {
  const storedIds = new Set(stored.map(({ rowId }) => rowId));
  const changed = [
    ...stored.flatMap((row) => (isSameRow(state.byId.get(row.rowId), inputOf(row)) ? [] : row.rowId)),
    ...state.rows.flatMap(({ rowId }) => (storedIds.has(rowId) ? [] : rowId)),
  ];
  const next = changed.length === 0 ? state : stateOfStored(state, changed, stored);
  return {
    ...next,
    marks: new Map(stored.map((row) => [row.rowId, marksOf(row)])),
    history: fittingHistory(state.history, next.byId),
  };
}

export const marksIn =
  ({ marks }: Pick<GridState, 'marks'>) =>
  (rowId: string): Marks =>
    marks.get(rowId) ?? noMarks;

export const canEdit = (state: GridState, rowId: string): boolean => !isLocked(marksIn(state)(rowId));

/** Whether a change is allowed: a locked row may only move to make room for others. */
export function canChange(state: GridState, { rowId, after }: RowChange): boolean {
  if (canEdit(state, rowId)) return true;
  const now = state.byId.get(rowId);
  return (
    now !== undefined &&
    after !== null &&
    batchColumns.every((column) => cellText(now, column) === cellText(after, column)) &&
    now.account?.connectionId === after.account?.connectionId &&
    now.account?.accountId === after.account?.accountId
  );
}

/** How many rows there are after a step. */
export const countAfter = ({ rows, byId }: GridState, patch: Patch): number =>
  patch.reduce(
    (count, { rowId, after }) => count + Number(after !== null) - Number(byId.has(rowId)),
    rows.length,
  );

/** How many rows one can move to: those shown and the empty one. */
export const shownRows = ({ view }: Pick<GridState, 'view'>): number => view.length + 1;

/** The ID of a row by its index on screen; the empty row's is the next one. */
export const idAt = ({ view, nextId }: Pick<GridState, 'view' | 'nextId'>, index: number): string =>
  view[index] ?? nextId;

export const columnAt = (index: number): BatchColumn => batchColumns[index] ?? 'instances';

/** The current row including what is being typed; null if there is none with this ID. */
export function rowNow({ byId, draft }: GridState, rowId: string): BatchRowInput | null {
  const row = byId.get(rowId) ?? null;
  if (draft?.rowId !== rowId || draft.text === draft.before) return row;
  const base = row ?? emptyRow(rowId, draft.newAt ?? 0);
  // While an account's name is being typed it identifies none yet.
  return draft.column === 'account'
    ? { ...base, accountText: draft.text, account: null }
    : { ...base, [draft.column]: draft.text };
}

/** The state after an editing step, with its row-local findings. */
export function stateAfter(state: GridState, patch: Patch): GridState {
  const marks = new Map(state.marks);
  for (const { rowId, before, after } of patch) {
    if (after === null) continue;
    const known = marksIn(state)(rowId);
    marks.set(rowId, { ...known, findings: findingsAfter(known.findings, before, after) });
  }
  if (patch.every((change) => isInPlace(change) && state.byId.has(change.rowId))) {
    return { ...state, ...changedInPlace(state, patch), marks };
  }
  const rows = patched(state.rows, patch);
  const view = stableView(state.view, state.rows, rows);
  const used = rows.some(({ rowId }) => rowId === state.nextId);
  const next = { ...state, ...indexed(rows), marks, view };
  return {
    ...next,
    ...(used ? { nextId: crypto.randomUUID() } : {}),
    selection: clamped(state.selection, { rows: shownRows(next), pageRows: 1 }),
  };
}

/** The same rows in the same order: most of a long batch need not be processed again while typing. */
function changedInPlace({ rows, byId, numbers }: GridState, patch: Patch): Pick<GridState, 'rows' | 'byId'> {
  const next = { rows: [...rows], byId: new Map(byId) };
  for (const { rowId, after } of patch) {
    if (after === null) continue;
    next.rows[(numbers.get(rowId) ?? 0) - 1] = after;
    next.byId.set(rowId, after);
  }
  return next;
}

const isInPlace = ({ before, after }: RowChange): boolean =>
  before !== null && before.position === after?.position;

/** The row-local findings, and other findings about unchanged cells. */
function findingsAfter(
  found: readonly RowFinding[],
  before: BatchRowInput | null,
  after: BatchRowInput,
): readonly RowFinding[] {
  const same = (column: BatchColumn): boolean =>
    before !== null &&
    (column === 'account'
      ? before.accountText === after.accountText && before.account?.accountId === after.account?.accountId
      : before[column] === after[column]);
  const own = rowLocalFindings(after);
  const knownCodes = new Set<RowFinding['code']>([...rowLocalCodes, ...own.map(({ code }) => code)]);
  return [...own, ...found.filter(({ code, column }) => !knownCodes.has(code) && same(column))];
}

/** The state with a check's findings; rows in `newer` changed since it began and keep theirs. */
export function stateChecked(
  state: GridState,
  { whole, findings: found }: Pick<ChannelOutput<'batches.check'>, 'whole' | 'findings'>,
  newer: ReadonlySet<string>,
): GridState {
  const byRow = new Map(found.map(({ rowId, findings }) => [rowId, findings]));
  const changed = (whole ? state.rows : found).flatMap(({ rowId }): [string, Marks][] => {
    if (newer.has(rowId) || !state.byId.has(rowId)) return [];
    const known = marksIn(state)(rowId);
    const findings = byRow.get(rowId) ?? none;
    // A row with unchanged findings isn't redrawn.
    return isSame(findings, known.findings) ? [] : [[rowId, { ...known, findings }]];
  });
  return changed.length === 0 ? state : { ...state, marks: new Map([...state.marks, ...changed]) };
}

/** The state with the current status of sent rows. */
export function stateFollowed(
  state: GridState,
  statuses: readonly (Pick<Marks, 'status' | 'invitation'> & { readonly rowId: string })[],
): GridState {
  const changed = statuses.flatMap(({ rowId, status, invitation }): [string, Marks][] => {
    const known = state.byId.has(rowId) ? marksIn(state)(rowId) : null;
    if (known === null || (known.status === status && known.invitation === invitation)) return [];
    return [[rowId, { ...known, status, invitation }]];
  });
  return changed.length === 0 ? state : { ...state, marks: new Map([...state.marks, ...changed]) };
}

const none: readonly RowFinding[] = [];

const isSame = (some: readonly RowFinding[], others: readonly RowFinding[]): boolean =>
  some.length === others.length && some.every((one, index) => isSameFinding(one, others[index]));

export const isSameFinding = (one: RowFinding, other: RowFinding | undefined): boolean =>
  one.code === other?.code &&
  one.level === other.level &&
  one.column === other.column &&
  one.message === other.message &&
  one.fix?.value === other.fix?.value &&
  one.fix?.label === other.fix?.label;
