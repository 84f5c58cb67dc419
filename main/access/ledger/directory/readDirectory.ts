import type { DirectoryFile, DirectoryLeftOut } from '../../../../shared/domain/person/directory';
import { mailboxKey, maxName } from '../../../../shared/domain/invitation/person';
import { CodedError } from '../../../../shared/errors';
import { visibleText } from '../../../../shared/people/characters';
import { isWholeAddress } from '../../refresh/evidence';
import { directoryErrorText } from './directoryErrorText';
import { directoryFormats, plainText, type Column, type DirectoryFormat } from './directoryFormats';

/** A file as rows of texts. */
export interface DirectoryTable {
  readonly fileName: string;
  /** The rows that contain anything. */
  readonly rows: readonly (readonly string[])[];
}

/** What is stored about one address. */
export interface DirectoryPerson {
  /** In the form of `mailboxKey`. */
  readonly address: string;
  readonly name: string;
  /** Null if the file doesn't say. */
  readonly active: boolean | null;
}

/** What a directory file yields. */
export interface ReadDirectory extends Omit<DirectoryFile, 'importedAt'> {
  /** By address; a person with two addresses is listed with each. */
  readonly addresses: ReadonlyMap<string, DirectoryPerson>;
}

/**
 * The people of a directory's export, recognized by its headers: address, name and whether each is active; everything else is
 * dropped.
 * @throws CodedError INVALID_INPUT if it is no known export, naming what is missing, or if it has no address
 */
export function readDirectory({ fileName, rows }: DirectoryTable): ReadDirectory {
  const { format, at } = recognized(fileName, rows);
  const cellsOf = cellFinder((rows[at] ?? []).map(plainText));
  const addresses = new Map<string, ListedPerson>();
  const people: ListedPerson[] = [];
  const leftOut = new Map<DirectoryLeftOut['reason'], number>(at === 0 ? [] : [['aboveHeader', at]]);
  for (const row of rows.slice(at + 1)) {
    const taken = takeRow(cellsOf(row), format, addresses);
    if (typeof taken === 'string') leftOut.set(taken, (leftOut.get(taken) ?? 0) + 1);
    else people.push(taken);
  }
  if (people.length === 0) throw refused(directoryErrorText.nobody(fileName));
  return {
    ...{ fileName, source: format.source, people: people.length },
    inactive: people.filter(({ active }) => active === false).length,
    leftOut: [...leftOut].map(([reason, count]) => ({ reason, count })),
    addresses: new Map([...addresses].map(([address, person]) => [address, { address, ...person }])),
  };
}

interface ListedPerson {
  readonly name: string;
  active: boolean | null;
}

/** Adds a row's person under each of the addresses that are new; if there are none, why. */
function takeRow(
  cell: Cell,
  format: DirectoryFormat,
  addresses: Map<string, ListedPerson>,
): ListedPerson | 'noAddress' | 'notAnAddress' | 'duplicate' {
  const found = addressesIn(format, cell);
  if (typeof found === 'string') return found;
  const person = { name: nameIn(format, cell), active: format.isActive(plainText(cell(format.active))) };
  // A person listed twice is active if one of the rows says so.
  for (const address of found) {
    const known = addresses.get(address);
    if (known === undefined) addresses.set(address, person);
    else if (person.active === true) known.active = true;
  }
  return found.some((address) => addresses.get(address) === person) ? person : 'duplicate';
}

/** How many rows are searched for the headers. */
const searched = 20;

function recognized(
  fileName: string,
  rows: DirectoryTable['rows'],
): { readonly format: DirectoryFormat; readonly at: number } {
  let nearest: {
    readonly format: DirectoryFormat;
    readonly missing: Column[];
    readonly share: number;
  } | null = null;
  for (const [at, row] of rows.slice(0, searched).entries()) {
    const headers = new Set(row.map(plainText));
    for (const format of directoryFormats) {
      const missing = format.required.filter(
        (column) => !column.some((name) => headers.has(plainText(name))),
      );
      if (missing.length === 0) return { format, at };
      const share = 1 - missing.length / format.required.length;
      if (share > (nearest?.share ?? 0)) nearest = { format, missing, share };
    }
  }
  // Fewer than half of the columns could be those of any list.
  if (nearest === null || nearest.share < 0.5) throw refused(directoryErrorText.unknownColumns(fileName));
  const { format, missing } = nearest;
  const names = missing.map(([usual]) => usual);
  throw refused(directoryErrorText.columnsMissing(fileName, format.source, names));
}

type Cell = (column: Column) => string;

/** Finds the cell under the first of a column's headers that the file has; empty if it has none. Each column is looked up once. */
function cellFinder(headers: readonly string[]): (row: readonly string[]) => Cell {
  const places = new Map<Column, number | undefined>();
  const placeOf = (column: Column): number | undefined => {
    if (!places.has(column)) {
      const found = column.map((name) => headers.indexOf(plainText(name))).find((index) => index !== -1);
      places.set(column, found);
    }
    return places.get(column);
  };
  return (row) => (column) => {
    const at = placeOf(column);
    return at === undefined ? '' : (row[at] ?? '').trim();
  };
}

/** A guest's name at the organization's own domain, which no mail reaches. */
const isGuestName = (text: string): boolean => /#ext#@/i.test(text);

/** The whole addresses of a row; if there are none, why. */
function addressesIn(
  { addresses }: DirectoryFormat,
  cell: Cell,
): readonly string[] | 'noAddress' | 'notAnAddress' {
  const texts = addresses.map(cell).filter((text) => text !== '');
  const whole = texts.filter((text) => isWholeAddress(text) && !isGuestName(text));
  if (whole.length > 0) return [...new Set(whole.map(mailboxKey))];
  return texts.length === 0 ? 'noAddress' : 'notAnAddress';
}

function nameIn({ names }: DirectoryFormat, cell: Cell): string {
  const found =
    names.map((parts) => visibleText(parts.map(cell).join(' '))).find((name) => name !== '') ?? '';
  return found.slice(0, maxName);
}

const refused = (message: string): CodedError => new CodedError({ code: 'INVALID_INPUT', message });
