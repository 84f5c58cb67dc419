import type {
  ColumnMapping,
  ImportOptions,
  ImportQuestion,
} from '../../../../shared/domain/batch/batchImport';
import type { Database } from '../../../storage/database';
import { holdsAddresses } from '../../columns/columnContent';
import { guessMapping, noMapping, type GuessedMapping } from '../../columns/guessMapping';
import type { Table } from '../../tables/request';
import { recallMapping } from './rememberedMapping';
import type { TableView } from './tableView';

interface MappedFrom {
  readonly db: Database;
  readonly table: Table;
  readonly view: TableView;
  readonly isAccount: (text: string) => boolean;
}

/** Which column is which, and what a person has to decide about it. */
export function likelyMapping(
  { db, table, view, isAccount }: MappedFrom,
  options: Pick<ImportOptions, 'mapping' | 'withoutAddresses'>,
): { readonly mapping: ColumnMapping; readonly questions: readonly ImportQuestion[] } {
  if (table.isPeopleList) return { mapping: options.mapping ?? listMapping, questions: [] };
  const guessed = guessMapping({
    headers: view.headers,
    rows: view.rows.map(({ cells }) => cells),
    isAccount,
    hiddenColumns: table.hiddenColumns,
  });
  const recalled = view.headerRow === null ? null : recallMapping(db, view.headers);
  const mapping =
    options.mapping ?? (recalled !== null && fits(recalled, guessed) ? recalled : guessed.mapping);
  const columns = guessed.addressCandidates;
  const isOpen = mapping.emailAddress === null && columns.length > 0 && options.withoutAddresses !== true;
  return { mapping, questions: isOpen ? [{ kind: 'addressColumn', columns: [...columns] }] : [] };
}

/** A list of people is read as names and addresses. */
const listMapping: ColumnMapping = { ...noMapping, userName: 0, emailAddress: 1 };

/** Whether a mapping of other rows under the same headers fits these rows too. */
function fits(mapping: ColumnMapping, { mapping: guessed, columns }: GuessedMapping): boolean {
  const { emailAddress, userName, givenName, familyName, note, moreAddresses } = mapping;
  const used = [...Object.values(mapping).flat()].filter((column) => column !== null);
  if (used.some((column) => column >= columns.length)) return false;
  const address = emailAddress === null ? undefined : columns[emailAddress];
  const hasAddresses = columns.some(({ content }) => holdsAddresses(content));
  if (hasAddresses && (address === undefined || !holdsAddresses(address.content))) return false;
  if (address?.meaning.isOfSomeoneElse === true && guessed.emailAddress !== null) return false;
  const holdAddresses = [userName, givenName, familyName, note].some(
    (column) => column !== null && (columns[column]?.content.addresses ?? 0) >= 0.5,
  );
  if (holdAddresses || moreAddresses.includes(emailAddress ?? -1)) return false;
  // Mapped before names had parts.
  const isNamed = userName !== null || givenName !== null || familyName !== null;
  return isNamed || (guessed.userName === null && guessed.givenName === null);
}
