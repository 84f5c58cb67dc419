import type { ColumnMapping } from '../../../shared/domain/batch/batchImport';
import { parsePeople } from '../../../shared/domain/invitation/parsePeople';
import { isEmailAddress } from '../../../shared/domain/invitation/person';
import type { NameOf } from './personName';

/** A person of a source row: the cells of the address and of the name. */
export interface RowPerson {
  readonly emailAddress: string;
  readonly userName: string;
}

/** The people in a row: usually one; several if it has several addresses, in one cell or in several columns. */
export function createPeopleOfRow(
  { emailAddress, moreAddresses }: ColumnMapping,
  nameOf: NameOf,
): (cells: readonly string[]) => readonly RowPerson[] {
  const columns = emailAddress === null ? [] : [emailAddress, ...moreAddresses];
  return (cells) => {
    const userName = nameOf(cells);
    const texts = columns.map((column) => cells[column] ?? '').filter((text) => text.trim() !== '');
    const [first = ''] = texts;
    if (texts.length < 2 && !hasSeveral(first)) return [{ emailAddress: first, userName }];
    const people = texts.flatMap(peopleIn);
    const names = namesIn(userName, people.length);
    return people.map((person, index) => ({
      emailAddress: person.emailAddress,
      userName: person.userName || (names[index] ?? userName),
    }));
  };
}

const hasSeveral = (text: string): boolean => text.indexOf('@') !== text.lastIndexOf('@');

/** Separators of people in a cell, in addition to those of a list of people. */
const between = /[|/、，；\r\n]+|\s(?:and|und|et|y|e|och|en|&|\+)\s/gi;

/** The people of a cell; a piece that isn't an address stays, to be corrected. Names are those written beside the addresses. */
function peopleIn(text: string): RowPerson[] {
  if (!hasSeveral(text)) return [{ emailAddress: text, userName: '' }];
  const { people, problems } = parsePeople(text.replace(between, ';'));
  if (people.length < 2) return [{ emailAddress: text, userName: '' }];
  return [
    ...people.map(({ emailAddress, userName, nameGuessed }) => ({
      emailAddress,
      userName: nameGuessed ? '' : userName,
    })),
    ...problems
      .filter((problem) => !isEmailAddress(problem.text))
      .map((problem) => ({ emailAddress: problem.text, userName: '' })),
  ];
}

/** As many names as there are people, if a cell lists that many; otherwise none, and all get the row's name. */
function namesIn(userName: string, count: number): string[] {
  // Not at commas: "Ames, Ann" is one name.
  const names = userName
    .split(/[;|/、；\r\n]+|\s(?:and|und|et|y|och|en|&|\+)\s/i)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === count ? names : [];
}
