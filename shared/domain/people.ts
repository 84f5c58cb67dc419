import { cellsOfLine } from './cellsOfLine';
import { emailAddress as validAddress, mailboxKey } from './person';

/** A person found in pasted text. */
export interface PersonEntry {
  readonly emailAddress: string;
  readonly userName: string;
  /** The text had no name beside the address, so it was made from the address. */
  readonly nameGuessed: boolean;
}

/** A piece of pasted text that became no person. */
export interface PeopleProblem {
  /** The piece as it was pasted. */
  readonly text: string;
  /** What is wrong with it and what to do, for people. */
  readonly message: string;
}

/**
 * Finds people in pasted text: `Name <address>`, `"Last, First" <address>`, bare addresses, and spreadsheet columns
 * of names and addresses in either order; separated by new lines, semicolons, commas or tabs. Every piece of the
 * text ends up in one of the two lists. An address that came before is a problem. Never throws.
 */
export function parsePeople(text: string): { people: PersonEntry[]; problems: PeopleProblem[] } {
  const people: PersonEntry[] = [];
  const problems: PeopleProblem[] = [];
  const seen = new Set<string>();
  for (const found of text
    .split(/[\r\n]+/)
    .flatMap(groupsOf)
    .flatMap(readGroup)) {
    const address = validAddress.safeParse(found.address);
    if (found.address === '') {
      problems.push({
        text: found.text,
        message: 'There is no e-mail address in it. Add one, or remove it.',
      });
    } else if (!address.success) {
      problems.push({
        text: found.text,
        message: 'This is not an e-mail address. Write it like name@example.com.',
      });
    } else if (seen.has(mailboxKey(address.data))) {
      problems.push({
        text: found.text,
        message: 'This address came before. It was taken once; remove it here.',
      });
    } else {
      seen.add(mailboxKey(address.data));
      people.push({
        emailAddress: address.data,
        userName: found.name || nameFrom(address.data),
        nameGuessed: found.name === '',
      });
    }
  }
  return { people, problems };
}

/** An address with the name beside it, either of which may be empty. */
interface Found {
  readonly text: string;
  readonly name: string;
  readonly address: string;
}

interface Group {
  readonly cells: readonly string[];
  /** What stands between the parts of one name that came in several cells. */
  readonly joint: ' ' | ', ';
}

/** Whether a text holds an address as mail programs write it: `<name@example.com>`. */
export function holdsBracketedAddress(text: string): boolean {
  for (const [, inner = ''] of text.matchAll(/<([^<>]*)>/g)) {
    const address = inner.trim();
    if (address.slice(1, -1).includes('@') && !/\s/.test(address)) return true;
  }
  return false;
}

/** The cells of a line. A semicolon always ends a group; a comma or a tab may stand between a name and its address. */
function groupsOf(line: string): Group[] {
  const groups: string[][] = [[]];
  for (const { text, separator } of cellsOfLine(line)) {
    if (text.trim() !== '') groups.at(-1)?.push(text.trim());
    if (separator === ';') groups.push([]);
  }
  const joint = line.includes('\t') ? ' ' : ', ';
  return groups.filter((cells) => cells.length > 0).map((cells) => ({ cells, joint }));
}

/** Gives every address of a group the name cells before it, or behind it where the group begins with an address. */
function readGroup({ cells, joint }: Group): Found[] {
  const namesFollow = hasAddress(cells.at(0)) && !hasAddress(cells.at(-1));
  const results: Found[] = [];
  let waiting: string[] = [];
  for (const cell of namesFollow ? cells.toReversed() : cells) {
    if (!hasAddress(cell)) {
      waiting.push(cell);
      continue;
    }
    for (const found of readCell(cell)) {
      const names = namesFollow ? waiting.toReversed() : waiting;
      results.push({
        text: [...names, found.text].join(joint),
        name: [...names.map(unquoted), found.name].filter(Boolean).join(joint),
        address: found.address,
      });
      waiting = [];
    }
  }
  const leftOver = (namesFollow ? waiting.toReversed() : waiting).map((text) => ({
    text,
    name: '',
    address: '',
  }));
  return [...(namesFollow ? results.reverse() : results), ...leftOver];
}

const hasAddress = (cell: string | undefined): boolean => cell?.includes('@') === true;

/** `Name <address>`, or words among which those with an @ are addresses and the others the name. */
function readCell(cell: string): Found[] {
  const [, name, address] = /^([^<>]*)<([^<>]*)>$/.exec(cell) ?? [];
  if (name !== undefined && address !== undefined) {
    return [{ text: cell, name: unquoted(name), address: withoutMailto(address.trim()).trim() }];
  }
  const words = cell.split(/\s+/);
  const addresses = words.filter((word) => word.includes('@'));
  if (addresses.length === 1 || addresses.length === words.length) {
    const spoken = words.filter((word) => !word.includes('@')).join(' ');
    return addresses.map((word) => ({
      text: addresses.length === 1 ? cell : word,
      name: unquoted(spoken),
      address: withoutMailto(word),
    }));
  }
  return [{ text: cell, name: '', address: cell }];
}

const withoutMailto = (text: string): string => text.replace(/^mailto:/i, '');

function unquoted(name: string): string {
  const trimmed = name.trim().replace(/\s+/g, ' ');
  const inner = /^"(.*)"$/.exec(trimmed)?.[1];
  if (inner !== undefined) return inner.replace(/""/g, '"').replace(/\\(.)/g, '$1').trim();
  return /^'(.*)'$/.exec(trimmed)?.[1]?.trim() ?? trimmed;
}

/** `jane.doe+amc@x` becomes `Jane Doe`. */
function nameFrom(address: string): string {
  const local = address.slice(0, address.lastIndexOf('@'));
  const [beforePlus = ''] = local.split('+');
  const words = beforePlus.split(/[._-]+/).filter(Boolean);
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
  return name || local;
}
