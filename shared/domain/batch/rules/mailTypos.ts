import { remembered } from './remembered';

/**
 * Common mail providers: the name before the first dot and its endings. Short names are excluded, since one typo away from them
 * are real domains of others.
 */
const providers: readonly (readonly [name: string, endings: ReadonlySet<string>])[] = [
  ['gmail', new Set(['com'])],
  ['googlemail', new Set(['com'])],
  ['icloud', new Set(['com'])],
  [
    'outlook',
    new Set(['com', 'de', 'fr', 'es', 'it', 'at', 'be', 'dk', 'ie', 'pt', 'jp', 'com.au', 'com.br']),
  ],
  [
    'hotmail',
    new Set(['com', 'co.uk', 'de', 'fr', 'es', 'it', 'be', 'se', 'fi', 'no', 'dk', 'nl', 'ch', 'ca']),
  ],
  ['yahoo', new Set(['com', 'co.uk', 'co.jp', 'co.in', 'de', 'fr', 'es', 'it', 'se', 'ie', 'ca', 'com.br'])],
  ['proton', new Set(['me'])],
  ['protonmail', new Set(['com'])],
  ['amazon', new Set(['com', 'co.uk', 'co.jp', 'de', 'fr', 'es', 'it', 'se', 'nl'])],
  ['t-online', new Set(['de'])],
  ['libero', new Set(['it'])],
  ['orange', new Set(['fr'])],
];
const providerNames = new Set(providers.map(([name]) => name));

/** Names that look like typos of these but are real. */
const lookalikes = new Set([
  'ymail',
  'mail',
  'email',
  'cloud',
  'proto',
  'photon',
  'amazone',
  'libera',
  'range',
  'grange',
]);

/** Endings that don't exist, and the intended ones. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/\.(con|cmo|ocm|comm|vom|xom|cim|coom)$/, '.com'],
  [/\.(nte|ent|nett)$/, '.net'],
  [/\.(ogr|rog|orgg)$/, '.org'],
];

/**
 * The likely intended address if its domain is one typo away from a common one, or its ending doesn't exist; null if nothing
 * suggests a typo.
 */
export function likelyMeant(address: string): string | null {
  const at = address.lastIndexOf('@') + 1;
  const meant = domainMeant(address.slice(at).toLowerCase());
  return meant === null ? null : address.slice(0, at) + meant;
}

const domainMeant = remembered((domain: string): string | null => {
  const dot = domain.indexOf('.');
  const name = domain.slice(0, dot);
  const ending = withSoundEnding(name, domain.slice(dot + 1));
  const meant = `${nameMeant(name, ending)}.${ending}`;
  return meant === domain ? null : meant;
});

/** The name only: a different ending may be another country's rather than a typo. */
const nameMeant = (name: string, ending: string): string =>
  providerNames.has(name) || lookalikes.has(name)
    ? name
    : (providers.find(([each, has]) => has.has(ending) && isOneSlipAway(name, each))?.[0] ?? name);

/** For a provider with a single ending, also corrects a one-typo ending. */
function withSoundEnding(name: string, ending: string): string {
  const only = onlyEnding.get(name);
  if (only !== undefined && isOneSlipAway(ending, only)) return only;
  const found = endings.find(([pattern]) => pattern.test(`.${ending}`));
  return found === undefined ? ending : `.${ending}`.replace(...found).slice(1);
}

const onlyEnding = new Map(['gmail', 'googlemail', 'icloud'].map((name) => [name, 'com']));

/** Whether two different texts differ by one inserted, removed or replaced letter, or by two swapped neighbors. */
function isOneSlipAway(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return left !== right;
  return left.length === 2 && right === left.slice(1) + left.slice(0, 1);
}
