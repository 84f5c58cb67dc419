import type { BatchWriters, Change } from '../batches/writers';
import type { Caller, CallerHandlers, Handler } from './handlers';

interface WindowsDeps {
  readonly windows: {
    open(
      path: string,
      openerId: number,
    ): {
      readonly route: { readonly screen: string; readonly batchId?: string };
      readonly windowId: number;
      readonly isNew: boolean;
    };
    showInMain(path: string | null): void;
    bringForward(windowId: number): void;
  };
  readonly writers: BatchWriters;
}

/** Channels about the windows, and about which of them edits a batch. */
export const windowsHandlers = ({
  windows,
  writers,
}: WindowsDeps): CallerHandlers<
  | 'windows.open'
  | 'windows.showInMain'
  | 'batches.edit'
  | 'batches.takeOver'
  | 'batches.handOver'
  | 'batches.stopEditing'
  | 'batches.showWriter'
> => ({
  'windows.open': ({ path }, { windowId: openerId }) => {
    const { route, windowId, isNew } = windows.open(path, openerId);
    const { batchId } = route;
    // A batch that is opened from where it is edited moves on to the new window. If it can't, both say so.
    if (isNew && batchId !== undefined && writers.windowOf(batchId) === openerId) {
      writers.takeOver(batchId, windowId).catch(() => undefined);
    }
    return {};
  },
  'windows.showInMain': ({ path }) => {
    windows.showInMain(path);
    return {};
  },
  'batches.edit': ({ batchId, editId }, { windowId }) => writers.edit(batchId, { windowId, editId }),
  'batches.takeOver': async ({ batchId }, { windowId }) => {
    await writers.takeOver(batchId, windowId);
    return {};
  },
  'batches.handOver': ({ batchId, failure }, { windowId }) => {
    writers.handOver(batchId, windowId, failure);
    return {};
  },
  'batches.stopEditing': ({ batchId, editId }, { windowId }) => {
    writers.stop(batchId, { windowId, editId });
    return {};
  },
  'batches.showWriter': ({ batchId }) => {
    const windowId = writers.windowOf(batchId);
    if (windowId !== null) windows.bringForward(windowId);
    return {};
  },
});

/** The channels that change a batch's rows. */
type RowChannel = 'batches.setRows' | 'batches.keepRows' | 'batches.addImport';

/** Those that change a batch, or copy it, from wherever it is listed. */
type WholeChannel =
  'batches.rename' | 'batches.duplicate' | 'batches.archive' | 'batches.setNotify' | 'batches.remove';

/** The same handlers, which run only if no other window edits the batch. */
export function oneWriter(
  handlers: { readonly [C in RowChannel | WholeChannel]: Handler<C> },
  { requireWriter }: Pick<BatchWriters, 'requireWriter'>,
): CallerHandlers<RowChannel | WholeChannel> {
  const forWriter =
    <Input extends { readonly batchId: string }, Answer>(handler: (input: Input) => Answer, what: Change) =>
    (input: Input, { windowId }: Caller): Answer => {
      requireWriter(input.batchId, windowId, what);
      return handler(input);
    };
  return {
    'batches.setRows': forWriter(handlers['batches.setRows'], 'rows'),
    'batches.keepRows': forWriter(handlers['batches.keepRows'], 'rows'),
    'batches.addImport': forWriter(handlers['batches.addImport'], 'rows'),
    'batches.rename': forWriter(handlers['batches.rename'], 'batch'),
    'batches.duplicate': forWriter(handlers['batches.duplicate'], 'batch'),
    'batches.archive': forWriter(handlers['batches.archive'], 'batch'),
    'batches.setNotify': forWriter(handlers['batches.setNotify'], 'batch'),
    'batches.remove': forWriter(handlers['batches.remove'], 'batch'),
  };
}
