import { isUtf8 } from 'node:buffer';
import { guessEncodings, linesBeyondAscii, type Guess } from './guessEncoding';
import { decoded, type Encoding } from './decoded';

/** A text whose bytes are known. */
export interface Decoded {
  readonly encoding: Encoding;
  readonly text: string;
  /** Its possible readings, likeliest first; empty if the encoding is certain or was selected. */
  readonly guesses: readonly Guess[];
  /** Set if the text mixes encodings: decodes each cell, given as bytes. */
  readonly repair?: (cell: string) => { readonly text: string; readonly isOther: boolean };
}

const byteOrderMarks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file, without its byte order mark.
 * @param wanted the encoding a person selected; otherwise it is detected: by the mark, by the NULs of UTF-16, by being valid
 * UTF-8. For any other file it is guessed from the names that each encoding yields.
 */
export function decode(bytes: Buffer, wanted: Encoding | undefined): Decoded {
  const mark = byteOrderMarks.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  const found = wanted ?? mark?.[0] ?? certainEncoding(bytes);
  const guesses = found === null ? guessEncodings(bytes) : [];
  const encoding = found ?? guesses[0]?.encoding ?? 'windows-1252';
  const body = mark?.[0] === encoding ? bytes.subarray(mark[1].length) : bytes;
  if (encoding !== 'utf-8') return { encoding, guesses, text: decoded(body, encoding) };
  const text = validUtf8(body);
  if (text !== null) return { encoding, guesses, text };
  return { encoding, guesses, text: body.toString('latin1'), repair: createRepair(body) };
}

/** How much of a file is inspected for UTF-16, in bytes. */
const inspectedBytes = 4096;

/** The encoding of a file without a mark, if it can be known. */
function certainEncoding(bytes: Buffer): Encoding | null {
  const start = bytes.subarray(0, inspectedBytes & ~1);
  const nuls = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const enoughNuls = start.length / 8;
  if (odd > enoughNuls && even < odd / 8) return 'utf-16le';
  if (even > enoughNuls && odd < even / 8) return 'utf-16be';
  if (isUtf8(bytes))
    return japaneseEscapes.some((escape) => bytes.includes(escape)) ? 'iso-2022-jp' : 'utf-8';
  return partlyUtf8(bytes) ? 'utf-8' : null;
}

/** What starts a run of Japanese in ISO-2022-JP, which is otherwise ASCII. */
const japaneseEscapes = [Buffer.from('\x1b$B'), Buffer.from('\x1b$@')];

/** A strict `TextDecoder` takes several times as long, twice the memory, and throws for each line that isn't UTF-8. */
const validUtf8 = (bytes: Buffer): string | null => (isUtf8(bytes) ? bytes.toString('utf8') : null);

/**
 * Whether at least half of the non-ASCII lines are UTF-8: files put together from two. Not if all of it is plausible in another
 * encoding, whose letters can look like UTF-8 by chance.
 */
function partlyUtf8(bytes: Buffer): boolean {
  let balance = 0;
  const valid = new Set<string>();
  for (const line of bytes.toString('latin1').split(/\r\n?|\n/)) {
    if (isAscii(line)) continue;
    const isValid = isUtf8(Buffer.from(line, 'latin1'));
    balance += isValid ? 1 : -1;
    if (isValid) valid.add(line.replace(/\p{ASCII}+/gu, ' '));
  }
  if (balance < 0) return false;
  const [best] = guessEncodings(bytes);
  return best === undefined || best.score < -10 * valid.size;
}

const isAscii = (text: string): boolean => !/\P{ASCII}/u.test(text);

/** In a file of two encodings each cell has its own: UTF-8, or the likeliest one for the others. */
function createRepair(bytes: Buffer): NonNullable<Decoded['repair']> {
  const others = linesBeyondAscii(bytes)
    .toString('latin1')
    .split('\n')
    .filter((line) => !isUtf8(Buffer.from(line, 'latin1')));
  const encoding = guessEncodings(Buffer.from(others.join('\n'), 'latin1'))[0]?.encoding ?? 'windows-1252';
  return (cell) => {
    if (isAscii(cell)) return { text: cell, isOther: false };
    const own = Buffer.from(cell, 'latin1');
    const text = validUtf8(own);
    return text === null ? { text: decoded(own, encoding), isOther: true } : { text, isOther: false };
  };
}
