import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** One of the items. */
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  /** `length` characters of `alphabet`. */
  readonly text: (length: number, alphabet: string) => string;
}

export function createRandom(seed: number): Random {
  let block = Buffer.alloc(0);
  let blocks = 0;
  let offset = 0;

  /** From 0 up to, not including, 1: 32 bits at a time of the hash of seed and counter. */
  const fraction = (): number => {
    if (offset >= block.length) {
      block = createHash('sha256').update(`${seed}/${blocks}`).digest();
      blocks += 1;
      offset = 0;
    }
    const value = block.readUInt32BE(offset) / 2 ** 32;
    offset += 4;
    return value;
  };
  const below = (bound: number): number => Math.floor(fraction() * bound);

  return {
    between: (low, high) => low + below(high - low + 1),
    pick: (items) => items[below(items.length)] ?? items[0],
    text: (length, alphabet) =>
      Array.from({ length }, () => alphabet.charAt(below(alphabet.length))).join(''),
  };
}
