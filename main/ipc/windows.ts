import type { BatchWriters } from '../batches/writers';
import type { CallerHandlers, Handler } from './handlers';

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

/** The same handlers, which run only if no other window edits the batch. */
export function oneWriter(
  handlers: { readonly [C in RowChannel]: Handler<C> },
  { requireWriter }: Pick<BatchWriters, 'requireWriter'>,
): CallerHandlers<RowChannel> {
  return {
    'batches.setRows': (input, caller) => {
      requireWriter(input.batchId, caller.windowId);
      return handlers['batches.setRows'](input);
    },
    'batches.keepRows': (input, caller) => {
      requireWriter(input.batchId, caller.windowId);
      return handlers['batches.keepRows'](input);
    },
    'batches.addImport': (input, caller) => {
      requireWriter(input.batchId, caller.windowId);
      return handlers['batches.addImport'](input);
    },
  };
}
