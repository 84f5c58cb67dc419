import { remembered } from './remembered';

/** Where many people have their mail, and neighbours that look like a slip of these but exist. */
const knownDomains: readonly string[] = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'outlook.de',
  'hotmail.com',
  'hotmail.co.uk',
  'hotmail.de',
  'hotmail.fr',
  'live.com',
  'yahoo.com',
  'yahoo.co.uk',
  'yahoo.co.jp',
  'yahoo.de',
  'yahoo.fr',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'amazon.com',
  'amazon.de',
  'amazon.co.uk',
  'web.de',
  'gmx.de',
  'gmx.net',
  't-online.de',
  'libero.it',
  'orange.fr',
];
const lookalikes: readonly string[] = ['ymail.com', 'mail.com', 'email.com', 'gmx.at', 'gmx.ch', 'live.de'];
const known = new Set([...knownDomains, ...lookalikes]);

/** Endings that nobody has, and what was meant. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/\.(con|cmo|ocm|comm|vom|xom|cim|coom)$/, '.com'],
  [/\.(nte|ent|bet|nett)$/, '.net'],
  [/\.(ogr|rog|orgg)$/, '.org'],
];

/**
 * What an address was probably meant to be, where its domain is one slip away from one that many people have, or ends
 * in a way that none does; null where nothing speaks for a slip.
 */
export function likelyMeant(address: string): string | null {
  const at = address.lastIndexOf('@') + 1;
  const meant = domainMeant(address.slice(at).toLowerCase());
  return meant === null ? null : address.slice(0, at) + meant;
}

const domainMeant = remembered((domain: string): string | null =>
  known.has(domain)
    ? null
    : (knownDomains.find((each) => isOneSlipAway(domain, each)) ?? withSoundEnding(domain)),
);

function withSoundEnding(domain: string): string | null {
  const found = endings.find(([pattern]) => pattern.test(domain));
  return found === undefined ? null : domain.replace(...found);
}

/** Whether two different texts become equal by one letter more, less or other, or by two neighbours that change places. */
function isOneSlipAway(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return left !== right;
  return left.length === 2 && right === left.slice(1) + left.slice(0, 1);
}
