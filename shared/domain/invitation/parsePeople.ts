import { addressFault, faultSentence } from '../../people/addressFault';
import { fitsAddress } from '../../people/addressPattern';
import { tidyAddress } from '../../people/addressRepair';
import { nobodysName, unwrappedName } from '../../people/names';
import { roleOfText } from '../batch/rules/roleWords';
import { cellsOfLine } from './cellsOfLine';
import { mailboxKey } from './person';
import type { Role } from './role';
import { parsePeopleText } from './parsePeopleText';

/** A person found in pasted text. */
export interface PersonEntry {
  readonly emailAddress: string;
  readonly userName: string;
  /** The text had no name beside the address, so the name was derived from the address. */
  readonly nameGuessed: boolean;
  /** The role after the address, as in `Ann Ames | ann@agency.example | viewer`; absent if the text has none. */
  readonly role?: Role;
}

/** A piece of pasted text that yielded no person. */
export interface PeopleProblem {
  /** The piece as it was pasted. */
  readonly text: string;
  /** What is wrong with it and how to fix it, for people. */
  readonly message: string;
}

/**
 * Finds people in pasted text: `Name <address>`, `"Last, First" <address>`, bare addresses, and spreadsheet columns of names and
 * addresses in either order; separated by new lines, semicolons, commas, tabs or pipes. What lists and mail programs put around
 * names and addresses is removed. Every piece of the text ends up in one of the two lists. A repeated address is a problem. Never
 * throws.
 */
export function parsePeople(text: string): { people: PersonEntry[]; problems: PeopleProblem[] } {
  const people: PersonEntry[] = [];
  const problems: PeopleProblem[] = [];
  const seen = new Set<string>();
  for (const found of text
    .split(/[\r\n\u2028\u2029]+/)
    .flatMap(groupsOf)
    .flatMap(readGroup)) {
    const message = problemOf(found, seen);
    if (message !== null) {
      problems.push({ text: found.text, message });
      continue;
    }
    seen.add(mailboxKey(found.address));
    people.push({
      emailAddress: found.address,
      userName: found.name || nameFrom(found.address),
      nameGuessed: found.name === '',
      ...(found.role === undefined ? {} : { role: found.role }),
    });
  }
  return { people, problems };
}

/** Why a piece yielded no person. */
function problemOf({ text, address }: Found, seen: ReadonlySet<string>): string | null {
  if (address === '') {
    return text.includes('</o=') ? parsePeopleText.exchangeName : parsePeopleText.noAddress;
  }
  const fault = addressFault(address);
  if (fault !== null) return faultSentence(fault);
  return seen.has(mailboxKey(address)) ? parsePeopleText.duplicate : null;
}

/** An address with the name beside it; either may be empty. */
interface Found {
  readonly text: string;
  readonly name: string;
  readonly address: string;
  readonly role?: Role;
}

interface Group {
  readonly cells: readonly string[];
  /** What separates the parts of a name that came in several cells. */
  readonly joint: ' ' | ', ';
}

/** Whether a text contains an address as mail programs write it: `<name@example.com>`. */
export function holdsBracketedAddress(text: string): boolean {
  for (const [, inner = ''] of text.matchAll(/<([^<>]*)>/g)) {
    const address = inner.trim();
    if (address.slice(1, -1).includes('@') && !/\s/.test(address)) return true;
  }
  return false;
}

/** The cells of a line. A semicolon always ends a group; a comma, a tab or a pipe may stand between a name and its address. */
function groupsOf(line: string): Group[] {
  const groups: string[][] = [[]];
  for (const { text, separator } of cellsOfLine(line)) {
    if (text.trim() !== '') groups.at(-1)?.push(text.trim());
    if (separator === ';' || separator === '；') groups.push([]);
  }
  const joint = /[\t|]/.test(line) ? ' ' : ', ';
  return groups.filter((cells) => cells.length > 0).map((cells) => ({ cells, joint }));
}

/** Gives every address of a group the name cells before it, or after it if the group begins with an address. */
function readGroup({ cells, joint }: Group): Found[] {
  const role = roleBehind(cells);
  if (role !== null) {
    return readGroup({ cells: cells.slice(0, -1), joint }).map((found) => ({ ...found, role }));
  }
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
        name: realName([...names.map(unwrappedName), found.name].filter(Boolean).join(joint)),
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

/** The role that the last cell names, if the one before it has the group's only address. */
function roleBehind(cells: readonly string[]): Role | null {
  if (!hasAddress(cells.at(-2)) || cells.filter(hasAddress).length > 1) return null;
  return roleOfText(cells.at(-1) ?? '');
}

const hasAddress = (cell: string | undefined): boolean => cell !== undefined && /[@\uFE6B\uFF20]/.test(cell);

/** `Name <address>`, or words among which those with an @ are addresses and the others the name. */
function readCell(cell: string): Found[] {
  const [, name, address] =
    /^([^<>]*)<([^<>]*)>[\s.,:]*$/.exec(cell) ?? /^\[([^[\]]*)\]\((mailto:[^()\s]*)\)$/i.exec(cell) ?? [];
  if (name !== undefined && address !== undefined) {
    return [{ text: cell, name: realName(name), address: taken(address) }];
  }
  const words = cell.split(/\s+/);
  const addresses = words.filter(hasAddress);
  if (addresses.length === 1 || addresses.length === words.length) {
    const spoken = words.filter((word) => !hasAddress(word)).join(' ');
    return addresses.map((word) => ({
      text: addresses.length === 1 ? cell : word,
      name: realName(spoken),
      address: taken(word),
    }));
  }
  return [{ text: cell, name: '', address: cell }];
}

/** An address without surrounding characters; unchanged if that doesn't yield an address. */
function taken(text: string): string {
  // A bracket that is never closed, or never opened: something is missing.
  if (text.includes('<') !== text.includes('>')) return text.trim();
  const tidy = tidyAddress(text);
  return fitsAddress(tidy) ? tidy : text.trim();
}

/** A usable name; empty if it is a placeholder. */
function realName(text: string): string {
  const name = unwrappedName(text);
  return nobodysName(name) === null ? name : '';
}

/** `jane.doe+amc@x` becomes `Jane Doe`. */
export function nameFrom(address: string): string {
  const local = address.slice(0, address.lastIndexOf('@'));
  const [beforePlus = ''] = local.replace(/#ext#$/i, '').split('+');
  const words = beforePlus.split(/[._-]+/).filter(Boolean);
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
  return name || local;
}
