import { mailboxKey } from '../../../shared/domain/invitation/person';
import { memberPersonKey } from '../../../shared/domain/person/memberPerson';
import { erasedId, pseudonymOf, type Pseudonym } from '../../../shared/domain/person/pseudonym';
import { isWholeAddress } from '../../access/refresh/evidence';
import { escaped, hasTwoParts, namePartsOf } from './nameSieve';
import type { PersonFacts } from './personFacts';

/** Replaces what names a person by the pseudonym. */
export interface Replacing {
  readonly pseudonym: Pseudonym;
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
  const { everywhere, inOwn } = rulesOf(facts, ids, pseudonym);
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
    const isOther = !own && entries.some(([, each]) => isOtherAddress(each));
    return Object.fromEntries(
      entries.map(([key, each]) => [
        text(key, false),
        // Somebody else may have the same name.
        isOther && isName(each) ? each : value(each, own),
      ]),
    );
  }

  const names = new Set(facts.names.map(nameKey));
  const isName = (each: unknown): boolean => typeof each === 'string' && names.has(nameKey(each));
  const isOtherAddress = (each: unknown): boolean =>
    typeof each === 'string' && isWholeAddress(each.trim()) && !isOwnAddress(each);

  const isIdentifying = (each: unknown): boolean =>
    typeof each === 'string' && (isOwnAddress(each) || ids.inText.has(each));

  return {
    ...{ pseudonym, isOwnAddress, text },
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

/** What is replaced in any text, and what only in one about the person. */
function rulesOf(
  { addresses, names, masks }: PersonFacts,
  { inText }: ReplacementIds,
  pseudonym: Pseudonym,
): { readonly everywhere: readonly Replacement[]; readonly inOwn: readonly Replacement[] } {
  const byName = (name: string): Replacement => rule(namePattern(name), pseudonym.name);
  return {
    everywhere: [
      ...addresses.map((address) => rule(addressPattern(address), pseudonym.address)),
      ...[...inText].filter(([id]) => id.length >= minIdInText).map(([id, to]) => rule(idPattern(id), to)),
      ...maxLengthFirst(names.filter(hasTwoParts)).map(byName),
    ],
    inOwn: [
      ...masks.map((mask) => rule(escaped(mask), pseudonym.address)),
      ...maxLengthFirst(names.filter((name) => name.length > 1)).map(byName),
    ],
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

/** Not as a part of another address. What follows may be the ending of a file's name. */
const addressPattern = (address: string): string =>
  String.raw`(?<![\p{L}\p{N}._%+\x2d])${escaped(address)}(?![\p{L}\p{N}\x2d]|\.(?!(?:csv|tsv|txt|xlsx?|pdf|json)\b)\p{L})`;

const idPattern = (id: string): string =>
  String.raw`(?<![\p{L}\p{N}._\x2d])${escaped(id)}(?![\p{L}\p{N}_\x2d])`;

/** As whole words, whatever separates them; "Doe, Jane" too. */
function namePattern(name: string): string {
  const parts = namePartsOf(name).map(escaped);
  const [first = '', last = ''] = parts;
  const inOrder = parts.join(String.raw`\s+`);
  const either = parts.length === 2 ? String.raw`(?:${inOrder}|${last},\s*${first})` : inOrder;
  return String.raw`(?<![\p{L}\p{N}\p{M}])${either}(?![\p{L}\p{N}\p{M}])`;
}

const nameKey = (name: string): string => namePartsOf(name).join(' ').normalize('NFC').toLowerCase();
const maxLengthFirst = (texts: readonly string[]): string[] =>
  [...texts].sort((one, other) => other.length - one.length);

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
