import type { ColumnMapping } from '../../../shared/domain/batch/batchImport';
import { cleanHeader, isCjk } from '../../../shared/text/headerText';

/** Reads the name of a source row's person; "" if there is none. */
export type NameOf = (cells: readonly string[]) => string;

/**
 * The full name as written, or its parts in reading order: the family name first in Chinese, Japanese and Korean, without a space
 * between their characters.
 */
export function createNameOf(mapping: ColumnMapping, headers: readonly string[]): NameOf {
  const { userName, givenName, familyName } = mapping;
  if (userName !== null || (givenName === null && familyName === null)) return (cells) => at(cells, userName);
  const isFamilyFirst = [givenName, familyName].some(
    (column) => column !== null && isCjk(cleanHeader(headers[column] ?? '')),
  );
  return (cells) => joined(at(cells, givenName).trim(), at(cells, familyName).trim(), isFamilyFirst);
}

const at = (cells: readonly string[], column: number | null): string =>
  column === null ? '' : (cells[column] ?? '');

function joined(given: string, family: string, isFamilyFirst: boolean): string {
  if (given === '' || family === '') return given + family;
  if (isCjk(given) && isCjk(family)) return family + given;
  return isFamilyFirst ? `${family} ${given}` : `${given} ${family}`;
}
