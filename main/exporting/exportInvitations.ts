import type { Invitation } from '../../shared/domain/invitation/invitation';
import { listInvitations } from '../access/invitations';
import { connectionLabel, requireAccount } from '../access/accountAccess';
import { byteOrderMark, csvLines, spreadsheetTime, type Cell } from '../files/csv';
import { saveFile } from '../files/saveFile';
import type { Database } from '../storage/database';
import { invitationColumns, type Column, type Value } from './columns';
import { accountsOf, keyOf } from './exportedAccounts';
import { filterTexts } from './filterWords';
import type { ExportRequest } from './request';
import { workbook } from './workbook';

/** No table has more rows. */
const all = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };

/**
 * Writes the matching stored invitations to a file, in the requested order. It may take long, so the app runs it in a separate
 * process (process.ts).
 * @returns how many there were
 * @throws CodedError NOT_FOUND for an unknown account; DISK_FULL or FILE_NOT_SAVED, and then leaves no file
 */
export async function exportInvitations(db: Database, request: ExportRequest): Promise<number> {
  const { file, format, now, sort, descending, ...filter } = request;
  const { invitations, accounts, texts } = asOneReading(db, () => {
    const found = listInvitations(db, { ...filter, ...all, sort, descending }, now).invitations;
    return {
      invitations: found,
      accounts: accountsOf(db, filter, found),
      texts: filterTexts(filter, {
        account: (account) => requireAccount(db, account).name,
        connection: (connectionId) => connectionLabel(db, connectionId),
      }),
    };
  });
  const readAt = new Map(accounts.map((account) => [keyOf(account), account.asOf]));
  const columns = invitationColumns((invitation) => readAt.get(keyOf(invitation)) ?? null);
  const about = texts.length === 0 ? 'All invitations' : texts.join('; ');
  if (format === 'csv') {
    await saveFile(file, csvSlices([...columns, ...columnsAbout(about, now)], invitations));
  } else {
    const lines = ['AMC invitations', `Shown: ${about}`, `Exported: ${spreadsheetTime(now)} (UTC)`];
    await saveFile(file, [await workbook({ columns, invitations, accounts, about: lines })]);
  }
  return invitations.length;
}

/** In one transaction, so that concurrent writes don't appear in only part of it. */
function asOneReading<T>(db: Database, read: () => T): T {
  db.exec('BEGIN');
  try {
    return read();
  } finally {
    db.exec('ROLLBACK');
  }
}

/** Lines above the headings would mislead CSV readers, so each row has the file's description. */
const columnsAbout = (about: string, now: number): readonly Column<Invitation>[] => [
  { header: 'Exported (UTC)', value: () => new Date(now), width: 18 },
  { header: 'Shown', value: () => about, width: 30 },
];

const rowsPerSlice = 500;

function* csvSlices(
  columns: readonly Column<Invitation>[],
  invitations: readonly Invitation[],
): Generator<string> {
  yield byteOrderMark + csvLines([columns.map(({ header }) => header)]);
  for (let first = 0; first < invitations.length; first += rowsPerSlice) {
    const slice = invitations.slice(first, first + rowsPerSlice);
    yield csvLines(slice.map((invitation) => columns.map(({ value }) => csvCell(value(invitation)))));
  }
}

const csvCell = (value: Value): Cell => (value instanceof Date ? spreadsheetTime(value.getTime()) : value);
