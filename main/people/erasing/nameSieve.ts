import type { PersonFacts } from './personFacts';

/** Texts of which one stands wherever somebody is named, in lower case. */
export type NameSieve = readonly string[];

/**
 * Whether something in a text, which may be JSON, may name somebody; it may be somebody else with a part of the same name. Plain
 * searches: one regular expression for many people takes thirty times as long.
 */
export function mayName(sieve: NameSieve, text: string): boolean {
  const searched = text.normalize('NFC').toLowerCase();
  return sieve.some((needle) => searched.includes(needle));
}

/** For `mayName`. In JSON some characters of an ID are written in another way. */
export function sieveOf(people: readonly PersonFacts[]): NameSieve {
  const texts = people.flatMap(({ addresses, users, invitationIds, names }) => [
    ...addresses,
    ...[...users.map(({ userId }) => userId), ...invitationIds].flatMap((id) => [
      id,
      JSON.stringify(id).slice(1, -1),
    ]),
    ...names.filter(hasTwoParts).map(maxPart),
  ]);
  const needles = texts.map((text) => text.normalize('NFC').toLowerCase()).filter((text) => text !== '');
  return [...new Set(needles)];
}

/** Of a name, whatever stands between its parts. */
const maxPart = (name: string): string =>
  name
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .reduce((max, part) => (part.length > max.length ? part : max), '');

/** A text as a part of a regular expression. */
export const escaped = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\\^$.*+?()[\]{}|/-]/g, (character) =>
      character === '-' ? String.raw`\x2d` : `\\${character}`,
    );

export const namePartsOf = (name: string): string[] => name.trim().split(/\s+/);
export const hasTwoParts = (name: string): boolean => namePartsOf(name).length > 1;
