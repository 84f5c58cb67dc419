/** What companies add to their names. */
const legalForms = new Set([
  'ag',
  'bv',
  'co',
  'corp',
  'gmbh',
  'inc',
  'kg',
  'limited',
  'llc',
  'ltd',
  'plc',
  'sa',
  'sarl',
  'srl',
]);

/** Words without accents, symbols and legal forms. */
export function bareName(text: string): string {
  const words = text
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const significant = words.filter((word) => !legalForms.has(word));
  return (significant.length === 0 ? words : significant).join(' ');
}

interface Named {
  readonly name: string;
}

interface Entry<Item> {
  readonly item: Item;
  readonly bare: string;
  readonly words: readonly string[];
  /** "Store 12" and "Store 13" are two names, not a typo. */
  readonly digits: string;
}

/** Shorter names have too many neighbors. */
const shortestSimilar = 4;

/**
 * Finds the names that a text may be a misspelling, a part or an extension of: most similar first, and only those about as
 * similar as the first.
 * @returns a function that takes a text in the form of `bareName`
 */
export function similarNames<Item extends Named>(items: readonly Item[]): (bare: string) => Item[] {
  const entries = items.map((item): Entry<Item> => {
    const bare = bareName(item.name);
    return { item, ...partsOf(bare) };
  });
  return (bare) => {
    if (bare.length < shortestSimilar) return [];
    const parts = partsOf(bare);
    const found = entries
      .map((entry) => ({ entry, slips: slipsBetween(parts, entry) }))
      .filter(({ slips }) => slips < Infinity)
      .sort((one, other) => one.slips - other.slips);
    const least = found[0]?.slips ?? 0;
    return found.filter(({ slips }) => slips <= least + 1).map(({ entry }) => entry.item);
  };
}

type Parts = Omit<Entry<unknown>, 'item'>;

const partsOf = (bare: string): Parts => ({
  bare,
  words: bare.split(' '),
  digits: bare.replace(/\D+/g, ' ').trim(),
});

/** How many characters differ; Infinity if the names aren't similar. */
function slipsBetween(one: Parts, other: Parts): number {
  if (one.digits !== other.digits && one.digits !== '' && other.digits !== '') return Infinity;
  const allowed = allowedSlips(Math.min(one.bare.length, other.bare.length));
  const whole = distance(one.bare, other.bare, allowed);
  if (whole <= allowed) return whole;
  const [fewer, more] = one.words.length <= other.words.length ? [one, other] : [other, one];
  if (fewer.words.join('').length < shortestSimilar) return Infinity;
  let slips = 0;
  for (const word of fewer.words) {
    const max = allowedSlips(word.length);
    slips += Math.min(...more.words.map((each) => distanceWithin(word, each, max)));
    if (slips > allowed) return Infinity;
  }
  // Missing words count less than a misspelling of another name, but more than none.
  return slips + (more.words.length - fewer.words.length) / 2;
}

const distanceWithin = (one: string, other: string, max: number): number => {
  const slips = distance(one, other, max);
  return slips <= max ? slips : Infinity;
};

/** In short words every typo makes another word. */
const allowedSlips = (length: number): number =>
  length < shortestSimilar ? 0 : length < 8 ? 1 : length < 14 ? 2 : 3;

/**
 * The optimal string alignment distance of two texts: characters added, missing, replaced, or swapped with their neighbor.
 * @returns more than `most` if it is larger, immediately if the lengths show it
 */
function distance(one: string, other: string, max: number): number {
  if (Math.abs(one.length - other.length) > max) return max + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    let least = at;
    for (let place = 1; place <= other.length; place += 1) {
      const same = one[at - 1] === other[place - 1];
      let cost = Math.min(
        (row[place] ?? 0) + 1,
        (next[place - 1] ?? 0) + 1,
        (row[place - 1] ?? 0) + (same ? 0 : 1),
      );
      if (at > 1 && place > 1 && one[at - 1] === other[place - 2] && one[at - 2] === other[place - 1]) {
        cost = Math.min(cost, (before[place - 2] ?? 0) + 1);
      }
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > max) return max + 1;
    [before, row] = [row, next];
  }
  return row[other.length] ?? max + 1;
}
