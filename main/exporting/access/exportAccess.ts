import { isAccountFound, type MatrixAccount } from '../../../shared/domain/person/matrix';
import { memberPersonKey } from '../../../shared/domain/person/memberPerson';
import { accountKey } from '../../../shared/util/accountKey';
import { groupBy } from '../../../shared/util/groupBy';
import { ledgerAddressesOf } from '../../access/ledger/ledgerAddresses';
import { groupNameOf } from '../../access/labels/groups';
import { matrixAccounts } from '../../access/matrix/matrixAccounts';
import { matrixCells } from '../../access/matrix/matrixCells';
import { listPeople } from '../../access/members/listing/listPeople';
import { spreadsheetTime } from '../../files/csv';
import { saveFile } from '../../files/saveFile';
import type { Database } from '../../storage/database';
import type { AccessExport } from '../request';
import { asOneReading } from '../table/asOneReading';
import type { Column } from '../table/column';
import { columnsAbout, csvSlices } from '../table/csvSlices';
import { sheetOf, workbook } from '../table/workbook';
import {
  accessAccountColumns,
  accessListColumns,
  matrixColumns,
  type AccessLine,
  type MatrixRow,
  type PersonAccess,
} from './accessColumns';
import { accessFilterTexts } from './accessWords';

/**
 * Writes the access of everybody who matches to a file, in the requested order: as a list or as a matrix. It may take long, so the
 * app runs it in a separate process (process.ts).
 * @returns how many user IDs there were
 * @throws CodedError DISK_FULL or FILE_NOT_SAVED, and then leaves no file
 */
export async function exportAccess(db: Database, request: AccessExport): Promise<number> {
  await ledgerAddressesOf(db).bringUpToDate();
  const { accounts, people, texts } = asOneReading(db, () => ({
    accounts: matrixAccounts(db).filter((account) =>
      isAccountFound(account, { search: request.accountSearch, groups: request.groups }),
    ),
    people: peopleOf(db, request),
    texts: accessFilterTexts(request, (groupId) => groupNameOf(db, groupId)),
  }));
  if (request.layout === 'list') {
    await saveAs(request, accounts, {
      ...{ texts, columns: accessListColumns, rows: linesOf(accounts, people) },
    });
  } else {
    const rows: MatrixRow[] = [
      ...(accounts.length === 0 ? [] : [{ ages: 'Members as of (UTC)' }]),
      ...people.map((person) => ({ person })),
    ];
    await saveAs(request, accounts, { texts, columns: matrixColumns(accounts), rows });
  }
  return people.length;
}

/** No table has more rows. */
const all = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };

function peopleOf(db: Database, request: AccessExport): PersonAccess[] {
  const { people } = listPeople(db, { ...request, ...all });
  const cells = groupBy(matrixCells(db, people), memberPersonKey);
  return people.map((person) => {
    const own = cells.get(memberPersonKey(person)) ?? [];
    return { ...person, cells: new Map(own.map((cell) => [cell.accountId, cell])) };
  });
}

/** The access of each person by account; then the accounts of which nobody is known, which would be missed otherwise. */
function linesOf(accounts: readonly MatrixAccount[], people: readonly PersonAccess[]): AccessLine[] {
  const places = new Map(accounts.map((account) => [accountKey(account), account]));
  const known = people.flatMap((person) =>
    [...person.cells.values()]
      .flatMap((cell) => places.get(accountKey(cell)) ?? [])
      .sort((one, other) => accounts.indexOf(one) - accounts.indexOf(other))
      .map((account) => ({ account, person })),
  );
  const unread = accounts.filter(({ membersAsOf }) => membersAsOf === null);
  return [...known, ...unread.map((account) => ({ account, person: null }))];
}

interface Contents<Row> {
  /** What the file shows, one phrase for each part of the filter. */
  readonly texts: readonly string[];
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

async function saveAs<Row>(
  { file, format, now }: AccessExport,
  accounts: readonly MatrixAccount[],
  { texts, columns, rows }: Contents<Row>,
): Promise<void> {
  const about = texts.length === 0 ? 'Everyone' : texts.join('; ');
  if (format === 'csv') {
    await saveFile(file, csvSlices([...columns, ...columnsAbout(about, now)], rows));
    return;
  }
  const lines = ['AMC access', `Shown: ${about}`, `Exported: ${spreadsheetTime(now)} (UTC)`];
  const sheets = [
    sheetOf({ name: 'Access', columns, rows, about: lines }),
    sheetOf({ name: 'Accounts', columns: accessAccountColumns, rows: accounts }),
  ];
  await saveFile(file, [await workbook(sheets)]);
}
