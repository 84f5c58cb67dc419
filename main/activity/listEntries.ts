import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';
import type { Database } from '../storage/database';
import { ownEntries } from './entries';
import { conditionsOf } from './filter';
import { colleaguesConditionsOf } from './merged/colleaguesFilter';
import { listMerged } from './merged/listMerged';
import { mergedSources } from './merged/mergedSources';

/** See Activity.list. */
export function listEntries(
  db: Database,
  { limit, offset, ...filter }: CheckedInput<'activity.list'>,
): ChannelOutput<'activity.list'> {
  const own = conditionsOf(db, filter);
  const sources = mergedSources(db, filter.source);
  if (sources === null) return ownEntries(db, own, { limit, offset });
  const colleagues = colleaguesConditionsOf(filter, own.values);
  return listMerged(db, { sources, own, colleagues }, { limit, offset });
}
