import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import { CodedError } from '../../../../shared/errors';
import { api } from '../../../bridge/api';
import { useAccounts } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import { useBatchStatuses } from '../../../queries/batches';
import { accountMatch, type AccountMatch } from '../gridModel/accountMatch';
import { createCheckScheduler } from './checkScheduler';
import { createGridStore, type GridStore } from '../gridModel/gridStore';
import type { History } from '../gridModel/history';
import { cacheHistory, cachedHistory } from './historyCache';
import { rejectedChange, type RejectedChange } from './rejectedChange';
import { createAutosave, type SaveState } from './autosave';
import { editorText } from './editorText';

export interface BatchEditor {
  readonly store: GridStore;
  readonly match: AccountMatch;
  readonly saving: SaveState;
  /** The rows whose last change is not taken, until that is put aside. */
  readonly refused: readonly RejectedChange[];
  readonly forgetRefused: () => void;
  /**
   * For steps that begin with what is stored: resolves when that is all that was typed.
   * @throws CodedError saying why it is not
   */
  readonly saved: () => Promise<void>;
  /** Takes the rows and what is found in them as they are stored now. */
  readonly reload: () => Promise<void>;
  /** Takes the rows that an import added. */
  readonly added: () => Promise<void>;
  /** Why the last check did not work. */
  readonly checkFailed: string | null;
}

/** The grid's store with the ways to main: every change is written within a second and then checked. */
export function useBatchEditor({ batch, rows, version }: ChannelOutput<'batches.get'>): BatchEditor {
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
    return makeParts({ batchId, stored, match, history, setSaving, setRefused, setCheckFailed });
  });
  const { store, saver, check } = parts;
  useEffect(() => {
    store.setMatch(match);
  }, [store, match]);
  const statuses = useBatchStatuses(batchId);
  useEffect(() => {
    if (statuses !== undefined) store.follow(statuses);
  }, [store, statuses]);
  useEffect(() => {
    // At the start too: since the last check other facts may have come. An account says when it was read last.
    check.factsChanged();
  }, [check, accounts]);
  useFlushOnLeave(parts, () => cacheHistory(client, batchId, store.state().history));
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
      // What is known of new rows by now belongs to their draft.
      check.soon();
    },
    added: async () => {
      store.added((await api.batches.get({ batchId })).rows);
      check.soon();
    },
  };
}

/** Writes what was typed when the page or the screen is left. @param left called after that, when the screen is left */
function useFlushOnLeave({ store, saver }: Pick<EditorParts, 'store' | 'saver'>, left: () => void): void {
  const onLeft = useEffectEvent(left);
  useEffect(() => {
    const flush = (): void => {
      store.commit();
      void saver.flush();
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
      onLeft();
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
  readonly setSaving: (state: SaveState) => void;
  readonly setRefused: Dispatch<SetStateAction<readonly RejectedChange[]>>;
  readonly setCheckFailed: (message: string | null) => void;
}

function makeParts(deps: PartsDeps) {
  const { batchId, stored, match, history, setSaving, setRefused, setCheckFailed } = deps;
  const check = createCheckScheduler(async () => {
    const since = store.step();
    try {
      store.tookCheck(await api.batches.check({ batchId, since: store.version() }), since);
      setCheckFailed(null);
    } catch (thrown) {
      setCheckFailed(thrown instanceof Error ? thrown.message : null);
    }
  });
  const saver = createAutosave({
    send: (changed, removed) => api.batches.setRows({ batchId, rows: [...changed], removed: [...removed] }),
    rowOf: (rowId) => store.rowNow(rowId),
    onState: setSaving,
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
    onSaved: check.soon,
  });
  const store = createGridStore({ stored, match, history, onTouched: saver.touch });
  return { store, saver, check };
}
