import { remembered } from './remembered';

/**
 * Where many people have their mail: what stands before the first dot, and the endings it has there. Short ones are not
 * among them: one slip away from those are other people's names.
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

/** Names that look like a slip of these but are others. */
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

/** Endings that nobody has, and what was meant. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/\.(con|cmo|ocm|comm|vom|xom|cim|coom)$/, '.com'],
  [/\.(nte|ent|nett)$/, '.net'],
  [/\.(ogr|rog|orgg)$/, '.org'],
];

/**
 * What an address was probably meant to be, where its domain's name is one slip away from one that many people have,
 * or its ending is one that nobody has; null where nothing speaks for a slip.
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

/** A name alone: what follows it is another country's as often as a slip. */
const nameMeant = (name: string, ending: string): string =>
  providerNames.has(name) || lookalikes.has(name)
    ? name
    : (providers.find(([each, has]) => has.has(ending) && isOneSlipAway(name, each))?.[0] ?? name);

/** Where a provider has one ending only, also what is one slip away from that. */
function withSoundEnding(name: string, ending: string): string {
  const only = onlyEnding.get(name);
  if (only !== undefined && isOneSlipAway(ending, only)) return only;
  const found = endings.find(([pattern]) => pattern.test(`.${ending}`));
  return found === undefined ? ending : `.${ending}`.replace(...found).slice(1);
}

const onlyEnding = new Map(['gmail', 'googlemail', 'icloud'].map((name) => [name, 'com']));

/** Whether two different texts become equal by one letter more, less or other, or by two neighbours that change places. */
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
