import { actionText, actorParts, resultName, type ActivityEntry } from '../../shared/domain/activity';
import { roleName } from '../../shared/domain/invitation/role';
import { byteOrderMark, csvLines, spreadsheetTime, type Cell } from '../files/csv';
import { saveFile } from '../files/saveFile';
import type { Database } from '../storage/database';
import { entriesBetween, newestEntry } from './entries';
import { conditionsOf, type ActivityFilter } from './filter';

/** How many entries are read and written without a pause: a few milliseconds' worth. */
const entriesPerSlice = 500;

/** See Activity.exportTo. Entries never change, so the current record can be read slice by slice while new ones are written. */
export async function exportEntries(db: Database, filter: ActivityFilter, file: string): Promise<number> {
  const conditions = conditionsOf(db, filter);
  const newest = newestEntry(db);
  let entries = 0;
  function* slices(): Generator<string> {
    yield byteOrderMark + csvLines([columns.map(({ header }) => header)]);
    for (let last = newest; last > 0; last -= entriesPerSlice) {
      const slice = entriesBetween(db, conditions, { first: last - entriesPerSlice + 1, last });
      entries += slice.length;
      yield csvLines(slice.map((entry) => columns.map(({ cell }) => cell(entry))));
    }
  }
  await saveFile(file, slices());
  return entries;
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
  { header: 'Batch', cell: ({ origin }) => origin?.batchName ?? null },
  { header: 'Batch row', cell: ({ origin }) => origin?.rowNumber ?? null },
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
  { header: 'Entry', cell: ({ activityId }) => activityId },
];
