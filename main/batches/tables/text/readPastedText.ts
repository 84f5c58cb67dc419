import { holdsBracketedAddress, parsePeople } from '../../../../shared/domain/people';
import { parseText, type Delimiter } from './readText';

/** Rows of a pasted text, and what stood between their columns; null for a list of people. */
export interface PastedTable {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: Delimiter | null;
}

/**
 * The rows of a pasted text: columns from a spreadsheet, CSV, or people as a mail lists them
 * (`Name <address>; …`), who become rows of a name and an address.
 * @throws CodedError INVALID_INPUT as for a file
 */
export function readPastedText(text: string, fileName: string, chosen: Delimiter | undefined): PastedTable {
  if (chosen === undefined && isListOfPeople(text)) return { rows: peopleRows(text), delimiter: null };
  return parseText(text, fileName, chosen ?? (text.includes('\t') ? '\t' : undefined));
}

/** Not where there are columns: tabs, or commas and semicolons in a text whose lines hold at most one address each. */
function isListOfPeople(text: string): boolean {
  if (text.includes('\t')) return false;
  if (holdsBracketedAddress(text)) return true;
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const addresses = lines.map((line) => line.split('@').length - 1);
  return (
    addresses.some((count) => count > 1) || (addresses.every((count) => count === 1) && !/[,;]/.test(text))
  );
}

/** What is no person keeps its text as the address, to be mended in the grid. */
function peopleRows(text: string): string[][] {
  const { people, problems } = parsePeople(text);
  return [
    ...people.map(({ userName, emailAddress }) => [userName, emailAddress]),
    ...problems.map((problem) => {
      const [again] = parsePeople(problem.text).people;
      return again === undefined ? ['', problem.text] : [again.userName, again.emailAddress];
    }),
  ];
}
