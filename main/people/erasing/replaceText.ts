import { mailboxKey } from '../../../shared/domain/invitation/person';
import { memberPersonKey } from '../../../shared/domain/person/memberPerson';
import { erasedId, pseudonymOf, type Pseudonym } from '../../../shared/domain/person/pseudonym';
import type { PersonFacts } from './personFacts';

/** Replaces what names a person by the pseudonym. */
export interface Replacing {
  readonly pseudonym: Pseudonym;
  /** Whether something in a text, which may be JSON, names the person. A first sieve: it may be wrong about a part of a word. */
  mayName(text: string): boolean;
  isOwnAddress(address: string): boolean;
  /** What stands in place of a user ID; undefined if it is somebody else's. */
  userId(realm: string, userId: string): string | undefined;
  /** The same for an invitation's ID. */
  invitationId(invitationId: string): string | undefined;
  /**
   * @param isOwn whether the text is about the person: then masks and names of a single word are replaced too. Elsewhere they may
   * be somebody else's.
   */
  text(text: string, isOwn: boolean): string;
  /** "Name <address>", a name or an address. */
  actor(text: string): string;
  /** Strings and keys of a JSON text, which stays valid; an object in it with an own address or ID is about the person. */
  json(text: string, isOwn: boolean): string;
}

export function createReplacing(facts: PersonFacts, number: number): Replacing {
  const pseudonym = pseudonymOf(number);
  const ids = replacementIds(facts, number);
  const addresses = new Set(facts.addresses);
  const everywhere = [
    ...facts.addresses.map((address) => rule(addressPattern(address), pseudonym.address)),
    ...[...ids.inText].filter(([id]) => id.length >= minIdInText).map(([id, to]) => rule(idPattern(id), to)),
    ...longestFirst(facts.names.filter(hasTwoWords)).map((name) => rule(namePattern(name), pseudonym.name)),
  ];
  const inOwn = [
    ...facts.masks.map((mask) => rule(escaped(mask), pseudonym.address)),
    ...longestFirst(facts.names.filter((name) => name.length > 1)).map((name) =>
      rule(namePattern(name), pseudonym.name),
    ),
  ];
  const sieve = sieveOf(facts, ids.inText.keys());
  const isOwnAddress = (address: string): boolean => addresses.has(mailboxKey(address));

  function text(original: string, isOwn: boolean): string {
    if (isOwnAddress(original)) return pseudonym.address;
    const id = ids.inText.get(original);
    if (id !== undefined) return id;
    const composed = original.normalize('NFC');
    const replaced = [...everywhere, ...(isOwn ? inOwn : [])].reduce(
      (result, { pattern, to }) => result.replace(pattern, to),
      composed,
    );
    return replaced === composed ? original : replaced;
  }

  function value(original: unknown, isOwn: boolean): unknown {
    if (typeof original === 'string') return text(original, isOwn);
    if (Array.isArray(original)) return original.map((each) => value(each, isOwn));
    if (typeof original !== 'object' || original === null) return original;
    const entries = Object.entries(original);
    const own = isOwn || entries.some(([, each]) => isIdentifying(each));
    return Object.fromEntries(entries.map(([key, each]) => [text(key, false), value(each, own)]));
  }

  const isIdentifying = (each: unknown): boolean =>
    typeof each === 'string' && (isOwnAddress(each) || ids.inText.has(each));

  return {
    ...{ pseudonym, isOwnAddress, text },
    mayName: (original) => sieve.test(original.normalize('NFC')),
    userId: (realm, userId) => ids.users.get(memberPersonKey({ realm, userId })),
    invitationId: (invitationId) => ids.invitations.get(invitationId),
    actor(original) {
      const [, address] = /<([^<>]+)>$/.exec(original) ?? [];
      if (address === undefined || !isOwnAddress(address)) return text(original, false);
      return `${pseudonym.name} <${pseudonym.address}>`;
    },
    json(original, isOwn) {
      const parsed = parsedJson(original);
      if (parsed === undefined) return text(original, isOwn);
      const before = JSON.stringify(parsed);
      const after = JSON.stringify(value(parsed, isOwn));
      return after === before ? original : after;
    },
  };
}

/** A shorter ID may be a word; it is replaced only where it stands alone. */
const minIdInText = 8;

interface ReplacementIds {
  /** By realm and user ID, as JSON. */
  readonly users: ReadonlyMap<string, string>;
  readonly invitations: ReadonlyMap<string, string>;
  /** Both, by ID alone. */
  readonly inText: ReadonlyMap<string, string>;
}

function replacementIds({ users, invitationIds }: PersonFacts, number: number): ReplacementIds {
  const ofUsers = users.map((user, index) => ({ ...user, to: erasedId(number, index) }));
  const ofInvitations = invitationIds.map((id, index) => [id, erasedId(number, index)] as const);
  return {
    users: new Map(ofUsers.map(({ realm, userId, to }) => [memberPersonKey({ realm, userId }), to])),
    invitations: new Map(ofInvitations),
    inText: new Map([...ofUsers.map(({ userId, to }) => [userId, to] as const), ...ofInvitations]),
  };
}

interface Replacement {
  readonly pattern: RegExp;
  readonly to: () => string;
}

const rule = (pattern: string, to: string): Replacement => ({
  pattern: new RegExp(pattern, 'giu'),
  // As a function: a $ in a replacement would have a meaning.
  to: () => to,
});

const escaped = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\\^$.*+?()[\]{}|/-]/g, (character) =>
      character === '-' ? String.raw`\x2d` : `\\${character}`,
    );

/** Not as a part of another address. What follows may be the ending of a file's name. */
const addressPattern = (address: string): string =>
  String.raw`(?<![\p{L}\p{N}._%+\x2d])${escaped(address)}(?![\p{L}\p{N}\x2d]|\.(?!(?:csv|tsv|txt|xlsx?|pdf|json)\b)\p{L})`;

const idPattern = (id: string): string =>
  String.raw`(?<![\p{L}\p{N}._\x2d])${escaped(id)}(?![\p{L}\p{N}_\x2d])`;

/** As whole words, whatever separates them; "Doe, Jane" too. */
function namePattern(name: string): string {
  const words = wordsOf(name).map(escaped);
  const [first = '', last = ''] = words;
  const inOrder = words.join(String.raw`\s+`);
  const either = words.length === 2 ? String.raw`(?:${inOrder}|${last},\s*${first})` : inOrder;
  return String.raw`(?<![\p{L}\p{N}\p{M}])${either}(?![\p{L}\p{N}\p{M}])`;
}

const wordsOf = (name: string): string[] => name.trim().split(/\s+/);
const hasTwoWords = (name: string): boolean => wordsOf(name).length > 1;
const longestFirst = (texts: readonly string[]): string[] =>
  [...texts].sort((one, other) => other.length - one.length);

/** In JSON some characters are written in another way. */
function sieveOf({ addresses, names }: PersonFacts, ids: Iterable<string>): RegExp {
  const plain = [...addresses, ...ids];
  const multiple = names.filter(hasTwoWords).flatMap((name) => {
    const words = wordsOf(name);
    return [words, [...words].reverse()].map((each) => each.map(inJsonToo).join(String.raw`[\s,]+`));
  });
  const all = [...plain.map(inJsonToo), ...multiple];
  return all.length === 0 ? /(?!)/ : new RegExp(all.join('|'), 'iu');
}

function inJsonToo(text: string): string {
  const quoted = JSON.stringify(text).slice(1, -1);
  return quoted === text ? escaped(text) : `(?:${escaped(text)}|${escaped(quoted)})`;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
