import { encodings } from '../../../../shared/domain/batch/batchImport';
import { decoded, type Encoding } from './decoded';
import { plausibilityOf, rarity } from './plausibility';

/** A reading of a file: the most common of the encodings that yield the same text. */
export interface Guess {
  readonly encoding: Encoding;
  /** How plausible its names are. A reading with 1 more is about e times as likely. */
  readonly score: number;
}

/** How much of a file is tried, in bytes. */
const maxTried = 32 * 1024;

/** Encodings that have a mark, or are detected otherwise. */
const certain: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'iso-2022-jp'];

/**
 * The encodings that a non-Unicode text may be in, likeliest first. Each is tried, and judged by how plausible its names are. Of
 * several that yield the same text, the most common is used.
 */
export function guessEncodings(bytes: Buffer): Guess[] {
  const sample = linesBeyondAscii(bytes);
  const readings = new Map<string, Guess>();
  for (const encoding of encodings) {
    if (certain.includes(encoding)) continue;
    const text = decoded(sample, encoding);
    const guess = { encoding, score: plausibilityOf(text, encoding) };
    const same = readings.get(text);
    readings.set(text, same === undefined ? guess : together(guess, same));
  }
  return [...readings.values()].sort((one, other) => other.score - one.score);
}

const together = (one: Guess, other: Guess): Guess => ({
  encoding: rarity(one.encoding) < rarity(other.encoding) ? one.encoding : other.encoding,
  score: Math.max(one.score, other.score),
});

/** The lines that aren't plain ASCII, up to the limit. Line ends are the same bytes in all these encodings. */
export function linesBeyondAscii(bytes: Buffer, max = maxTried): Buffer {
  const lines: Buffer[] = [];
  let length = 0;
  let start = 0;
  let isPlain = true;
  for (let at = 0; at <= bytes.length && length < max; at += 1) {
    const byte = bytes[at] ?? lineFeed;
    if (byte >= 0x80) isPlain = false;
    if (byte !== lineFeed && byte !== carriageReturn) continue;
    if (!isPlain) {
      lines.push(bytes.subarray(start, Math.min(at, start + max)), newLine);
      length += at - start;
    }
    start = at + 1;
    isPlain = true;
  }
  return Buffer.concat(lines);
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const newLine = Buffer.from([lineFeed]);
