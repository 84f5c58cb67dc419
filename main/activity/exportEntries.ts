import { actionText, actorParts, resultName, type ActivityEntry } from '../../shared/domain/activity';
import { roleName } from '../../shared/domain/invitation/role';
import { byteOrderMark, csvLines, spreadsheetTime, type Cell } from '../files/csv';
import { saveFile } from '../files/saveFile';
import type { Database } from '../storage/database';
import { entriesBetween, newestEntry } from './entries';
import { conditionsOf, type ActivityFilter, type Conditions } from './filter';
import { colleaguesConditionsOf } from './merged/colleaguesFilter';
import { mergedSlices } from './merged/listMerged';
import { mergedSources } from './merged/mergedSources';

/** How many entries are read and written without a pause: a few milliseconds' worth. */
const entriesPerSlice = 500;

/**
 * See Activity.exportTo. Entries never change, so the current record can be read slice by slice while new ones are written.
 */
export async function exportEntries(db: Database, filter: ActivityFilter, file: string): Promise<number> {
  let entries = 0;
  const parts = slicesOf(db, filter);
  function* texts(): Generator<string> {
    yield byteOrderMark + csvLines([columns.map(({ header }) => header)]);
    for (const slice of parts) {
      entries += slice.length;
      yield csvLines(slice.map((entry) => columns.map(({ cell }) => cell(entry))));
    }
  }
  await saveFile(file, texts());
  return entries;
}

/** The matching entries, newest first; of colleagues as well if any are known. */
function slicesOf(db: Database, filter: ActivityFilter): Iterable<readonly ActivityEntry[]> {
  const own = conditionsOf(db, filter);
  const sources = mergedSources(db, filter.source);
  if (sources === null) return ownSlices(db, own, newestEntry(db));
  const colleagues = colleaguesConditionsOf(filter, own.values);
  return mergedSlices(db, { sources, own, colleagues }, entriesPerSlice);
}

function* ownSlices(db: Database, conditions: Conditions, newest: number): Generator<ActivityEntry[]> {
  for (let last = newest; last > 0; last -= entriesPerSlice) {
    yield entriesBetween(db, conditions, { first: last - entriesPerSlice + 1, last });
  }
}

interface Column {
  readonly header: string;
  readonly cell: (entry: ActivityEntry) => Cell;
}

const columns: readonly Column[] = [
  { header: 'Time (UTC)', cell: ({ at }) => spreadsheetTime(at) },
  { header: 'Who', cell: ({ actor }) => actorParts(actor).name },
  { header: 'Whose email', cell: ({ actor }) => actorParts(actor).emailAddress },
  { header: 'Connection', cell: ({ connectionLabel }) => connectionLabel },
  { header: 'What', cell: actionText },
  { header: 'Person', cell: ({ userName }) => userName },
  { header: 'Email', cell: ({ emailAddress }) => emailAddress },
  { header: 'Role', cell: ({ role }) => roleName(role) },
  { header: 'Account', cell: ({ accountName }) => accountName },
  { header: 'Account ID', cell: ({ accountId }) => accountId },
  { header: 'Result', cell: resultName },
  { header: 'Batch', cell: ({ origin, colleague }) => (origin ?? colleague?.batch)?.batchName ?? null },
  { header: 'Batch row', cell: ({ origin, colleague }) => (origin ?? colleague?.batch)?.rowNumber ?? null },
  { header: 'Note', cell: ({ origin }) => origin?.note ?? null },
  { header: 'Source file', cell: ({ origin }) => origin?.sourceFile ?? null },
  { header: 'Source row', cell: ({ origin }) => origin?.sourceRow ?? null },
  { header: 'Drafted by', cell: ({ approval }) => approval?.drafter ?? null },
  { header: 'Approved by', cell: ({ approval }) => approval?.approver ?? null },
  { header: 'Sent by', cell: ({ approval }) => approval?.sender ?? null },
  { header: 'Details', cell: ({ detail }) => detail },
  { header: 'Invitation ID', cell: ({ invitationId }) => invitationId },
  { header: 'User ID', cell: ({ userId }) => userId },
  { header: 'Amazon’s request ID', cell: ({ requestId }) => requestId },
  { header: 'Run', cell: ({ runId }) => runId },
  { header: 'Operation', cell: ({ operationId }) => operationId },
  { header: 'Realm', cell: ({ realm }) => realm },
  { header: 'Entry', cell: ({ activityId, colleague }) => (colleague === null ? activityId : null) },
  { header: 'From colleague', cell: ({ colleague }) => colleague?.name ?? null },
  {
    header: 'Learned (UTC)',
    cell: ({ colleague }) => (colleague === null ? null : spreadsheetTime(colleague.learnedAt)),
  },
];
