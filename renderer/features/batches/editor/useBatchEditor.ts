import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import { CodedError } from '../../../../shared/errors';
import { api } from '../../../bridge/api';
import { useAccounts } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import type { BatchWriter } from '../../../queries/batchWriter';
import { useBatchStatuses } from '../../../queries/batches';
import { useTeam } from '../../../queries/team';
import { accountMatch, type AccountMatch } from '../gridModel/accountMatch';
import { createCheckScheduler, type CheckScheduler } from './checkScheduler';
import { createGridStore, type GridStore } from '../gridModel/gridStore';
import type { History } from '../gridModel/history';
import { cacheHistory, cachedHistory } from './historyCache';
import { rejectedChange, type RejectedChange } from './rejectedChange';
import { createAutosave, type SaveState } from './autosave';
import { useOneWriter } from './useOneWriter';
import { editorText } from './editorText';

export interface BatchEditor {
  readonly store: GridStore;
  readonly match: AccountMatch;
  readonly saving: SaveState;
  /** The rows whose last change was rejected, until dismissed. */
  readonly refused: readonly RejectedChange[];
  readonly forgetRefused: () => void;
  /**
   * For actions that use the stored rows: resolves once everything typed is stored.
   * @throws CodedError saying why it isn't
   */
  readonly saved: () => Promise<void>;
  /** Reads the stored rows and their findings. */
  readonly reload: () => Promise<void>;
  /** Reads the rows that an import added. */
  readonly added: () => Promise<void>;
  /** Why the last check failed. */
  readonly checkFailed: string | null;
}

/** The grid's store connected to main: every change is written within a second and then checked. */
export function useBatchEditor(
  { batch, rows, version }: ChannelOutput<'batches.get'>,
  writer: BatchWriter,
): BatchEditor {
  const { accounts } = useAccounts();
  const connections = useConnections();
  const match = useMemo(() => accountMatch(accounts ?? [], connections ?? []), [accounts, connections]);
  const [saving, setSaving] = useState<SaveState>({ kind: 'saved' });
  const [checkFailed, setCheckFailed] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly RejectedChange[]>([]);
  const { batchId } = batch;
  const client = useQueryClient();
  const [parts] = useState(() => {
    const history = cachedHistory(client, batchId);
    const stored = { rows, version };
    const isReadOnly = writer.writer === 'elsewhere';
    return makeParts({
      ...{ batchId, stored, match, history, isReadOnly },
      ...{ setSaving, setRefused, setCheckFailed },
    });
  });
  const { store, saver, check } = parts;
  useOneWriter(parts, batchId, writer);
  useEffect(() => {
    store.setMatch(match);
  }, [store, match]);
  const statuses = useBatchStatuses(batchId);
  useEffect(() => {
    if (statuses !== undefined) store.follow(statuses);
  }, [store, statuses]);
  useCheckOfFacts(check, accounts);
  useFlushOnLeave(parts, (flushed) => {
    cacheHistory(client, batchId, store.state().history);
    // Until everything is saved, no other window may edit it.
    void flushed.then(() => parts.onceSaved(writer.stop));
  });
  return {
    store,
    match,
    saving,
    refused,
    forgetRefused: () => setRefused([]),
    checkFailed,
    saved: async () => {
      store.commit();
      const unsaved = await saver.flush();
      if (unsaved !== null) throw notSaved(unsaved);
    },
    reload: async () => {
      await saver.flush();
      store.reload(await api.batches.get({ batchId }));
      // What is known about new rows by now counts as seen in their draft.
      check.soon();
    },
    added: async () => {
      store.added((await api.batches.get({ batchId })).rows);
      check.soon();
    },
  };
}

/** Checks when facts may have changed since the last check, also at the start. An account's data says when it was last read. */
function useCheckOfFacts(check: CheckScheduler, accounts: ReturnType<typeof useAccounts>['accounts']): void {
  const learnedChanges = useTeam()?.learnedChanges;
  useEffect(() => {
    check.factsChanged();
  }, [check, accounts, learnedChanges]);
}

/** Writes what was typed when leaving the page or the screen. @param left called with that, when leaving the screen */
function useFlushOnLeave(
  { store, saver }: Pick<EditorParts, 'store' | 'saver'>,
  left: (flushed: Promise<unknown>) => void,
): void {
  const onLeft = useEffectEvent(left);
  useEffect(() => {
    const flush = (): Promise<unknown> => {
      store.commit();
      return saver.flush();
    };
    const onHide = (): void => void flush();
    window.addEventListener('pagehide', onHide);
    return () => {
      window.removeEventListener('pagehide', onHide);
      onLeft(flush());
    };
  }, [store, saver]);
}

const notSaved = (why: CodedError): CodedError =>
  new CodedError({
    ...why.toBody(),
    message: editorText.notAllSaved(why.message),
  });

type EditorParts = ReturnType<typeof makeParts>;

interface PartsDeps {
  readonly batchId: string;
  readonly stored: Pick<ChannelOutput<'batches.get'>, 'rows' | 'version'>;
  readonly match: AccountMatch;
  readonly history: History | undefined;
  readonly isReadOnly: boolean;
  readonly setSaving: (state: SaveState) => void;
  readonly setRefused: Dispatch<SetStateAction<readonly RejectedChange[]>>;
  readonly setCheckFailed: (message: string | null) => void;
}

function makeParts(deps: PartsDeps) {
  const { batchId, stored, match, history, isReadOnly, setSaving, setRefused, setCheckFailed } = deps;
  const check = createCheckScheduler(async () => {
    // The window that edits the batch checks it, and stores what it finds.
    if (store.state().isReadOnly) return;
    const since = store.step();
    try {
      store.tookCheck(await api.batches.check({ batchId, since: store.version() }), since);
      setCheckFailed(null);
    } catch (thrown) {
      setCheckFailed(thrown instanceof Error ? thrown.message : null);
    }
  });
  let isSaved = true;
  let whenSaved: (() => void) | null = null;
  const saver = createAutosave({
    send: (changed, removed) => api.batches.setRows({ batchId, rows: [...changed], removed: [...removed] }),
    rowOf: (rowId) => store.rowNow(rowId),
    onState(state) {
      isSaved = state.kind === 'saved';
      setSaving(state);
    },
    async onRefused(refused) {
      const now = await api.batches.get({ batchId });
      const before = store.state();
      store.giveUp(
        refused.map(({ rowId }) => rowId),
        now.rows,
      );
      const rejected = refused.map((each) => rejectedChange(each, before, store.state()));
      setRefused((earlier) => [...earlier, ...rejected]);
    },
    onSaved() {
      check.soon();
      whenSaved?.();
      whenSaved = null;
    },
  });
  const store = createGridStore({ stored, match, history, onTouched: saver.touch });
  store.setReadOnly(isReadOnly);
  /** Now, or once the changes that couldn't be saved yet are. */
  const onceSaved = (then: () => void): void => {
    if (isSaved) then();
    else whenSaved = then;
  };
  return { store, saver, check, onceSaved };
}
