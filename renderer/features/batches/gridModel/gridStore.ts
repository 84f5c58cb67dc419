import type { BatchRowInput } from '../../../../shared/domain/batch/batch';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import type { AccountMatch } from './accountMatch';
import { blockCommands } from './commands/blockCommands';
import { roleTyped, type ValueOf } from './cells';
import { createGridCore, type GridCoreOptions } from './gridCore';
import {
  caughtUpState,
  reloadedState,
  rowNow,
  shownRows,
  stateChecked,
  stateFollowed,
  stateOfStored,
} from './gridState';
import { recorded, redo, undo } from './history';
import { findCommands } from './commands/findCommands';
import { navigationCommands } from './commands/navigationCommands';
import { newlyFound } from './findingAnnouncements';
import type { Extent } from './selection';
import { editCommands } from './commands/editCommands';

interface BatchStoreOptions extends Pick<GridCoreOptions, 'history' | 'onTouched'> {
  readonly stored: Pick<ChannelOutput<'batches.get'>, 'rows' | 'version'>;
  readonly match: AccountMatch;
}

export type GridStore = ReturnType<typeof createGridStore>;

/** The grid's state outside React, so that a key pressed in one cell redraws one row, with all its commands. */
export function createGridStore({ stored, match: firstMatch, history, onTouched }: BatchStoreOptions) {
  const core = createGridCore({ rows: stored.rows, history, onTouched });
  const { state, set } = core;
  let match = firstMatch;
  let pageRows = 10;
  /** The version of main's latest findings. */
  let { version } = stored;
  /** The step at which the last check began. */
  let checkedTo = 0;

  const extent = (): Extent => ({ rows: shownRows(state()), pageRows });
  const valueOf: ValueOf = (column, text) => {
    if (column === 'account') return match.valueOf(text);
    return { text: column === 'role' ? roleTyped(text) : text.trim(), account: null };
  };

  return {
    ...{ state, subscribe: core.subscribe, step: core.step, announce: core.announce },
    ...editCommands(core, valueOf),
    ...blockCommands(core, valueOf, extent),
    ...navigationCommands(core, extent),
    ...findCommands(core),
    undo: (): void => core.replay(undo(state().history), 'undo'),
    redo: (): void => core.replay(redo(state().history), 'redo'),
    rowNow: (rowId: string): BatchRowInput | null => rowNow(state(), rowId),
    version: (): number => version,
    /** `since`: the step at which the check began. Newer changes aren't overwritten. New findings are announced. */
    tookCheck(found: Omit<ChannelOutput<'batches.check'>, 'batch'>, since: number): void {
      version = found.version;
      const before = state();
      const changed = core.touchedSince(checkedTo);
      checkedTo = since;
      set(stateChecked(before, found, core.touchedSince(since)));
      const announcement = newlyFound(before, state(), changed);
      if (announcement !== null) core.announce(announcement);
    },
    /** Updates the status of sent rows. */
    follow: (statuses: Parameters<typeof stateFollowed>[1]): void => set(stateFollowed(state(), statuses)),
    reload(now: BatchStoreOptions['stored']): void {
      version = now.version;
      set(reloadedState(state(), now.rows));
    },
    /** The rows and findings as another window has stored them. */
    catchUp(now: BatchStoreOptions['stored']): void {
      version = now.version;
      set(caughtUpState(state(), now.rows));
    },
    setReadOnly: (isReadOnly: boolean): void => set({ isReadOnly }),
    /** Resets these rows to their stored state: main rejected what was done to them. */
    giveUp: (rowIds: readonly string[], stored: BatchStoreOptions['stored']['rows']): void =>
      set(stateOfStored(state(), rowIds, stored)),
    /** Adds the rows of an import: one step, which can be undone. */
    added(stored: BatchStoreOptions['stored']['rows']): void {
      const { byId, history } = state();
      // A row changed here isn't from the import: it was removed or is being typed, and that isn't stored yet.
      const known = core.touchedSince(0);
      const rowIds = stored.flatMap(({ rowId }) => (byId.has(rowId) || known.has(rowId) ? [] : rowId));
      const next = stateOfStored(state(), rowIds, stored);
      const patch = rowIds.map((rowId) => ({ rowId, before: null, after: next.byId.get(rowId) ?? null }));
      set({ ...next, history: patch.length === 0 ? history : recorded(history, patch) });
    },
    setMatch(next: AccountMatch): void {
      match = next;
    },
    setPageRows(rows: number): void {
      pageRows = Math.max(1, rows);
    },
  };
}
