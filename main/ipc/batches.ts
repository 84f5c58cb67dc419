import type { Batches } from '../batches/batches';
import type { AreaHandlers } from './handlers';

/** Channels that need no file. */
type Drafting = Pick<
  AreaHandlers<'batches'>,
  `batches.${
    | 'list'
    | 'create'
    | 'rename'
    | 'duplicate'
    | 'archive'
    | 'setNotify'
    | 'remove'
    | 'restore'
    | 'get'
    | 'statuses'
    | 'setRows'
    | 'check'
    | 'checkOnline'
    | 'checkProgress'
    | 'stopCheck'
    | 'conflicts'
    | 'keepRows'
    | 'dryRun'
    | 'dryRunCall'}`
>;

export const batchHandlers = (batches: Batches): Drafting => ({
  'batches.list': () => ({ batches: batches.list() }),
  'batches.create': ({ name }) => ({ batch: batches.create(name) }),
  'batches.rename': ({ batchId, name }) => ({ batch: batches.rename(batchId, name) }),
  'batches.duplicate': ({ batchId }) => ({ batch: batches.duplicate(batchId) }),
  'batches.archive': ({ batchId, archived }) => ({ batch: batches.archive(batchId, archived) }),
  'batches.setNotify': ({ batchId, notify }) => ({ batch: batches.setNotify(batchId, notify) }),
  'batches.remove': ({ batchId }) => {
    batches.remove(batchId);
    return {};
  },
  'batches.restore': ({ batchId }) => ({ batch: batches.restore(batchId) }),
  'batches.get': ({ batchId }) => batches.open(batchId),
  'batches.statuses': ({ batchId }) => ({ statuses: batches.statusesOf(batchId) }),
  'batches.setRows': ({ batchId, rows, removed }) => {
    batches.setRows(batchId, rows, removed);
    return {};
  },
  'batches.check': ({ batchId, since }) => batches.check(batchId, since),
  'batches.checkOnline': ({ batchId, since }) => batches.checkOnline(batchId, since),
  'batches.checkProgress': ({ batchId }) => ({ progress: batches.checkProgressOf(batchId) }),
  'batches.stopCheck': ({ batchId }) => {
    batches.stopCheck(batchId);
    return {};
  },
  'batches.conflicts': ({ batchId }) => ({ conflicts: batches.conflictsOf(batchId) }),
  'batches.keepRows': ({ batchId, rows }) => {
    batches.keepRows(batchId, rows);
    return {};
  },
  'batches.dryRun': async ({ batchId, rowIds }) => ({ dryRun: await batches.dryRun(batchId, { rowIds }) }),
  'batches.dryRunCall': ({ batchId, ...call }) => batches.dryRunCall(batchId, call),
});
