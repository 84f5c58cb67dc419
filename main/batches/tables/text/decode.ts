import type { ImportPreview } from '../../../../shared/domain/batchImport';
import { decodedByTable, windows1252 } from './singleByte';

export type Encoding = NonNullable<ImportPreview['encoding']>;

/** A text whose bytes are known. */
export interface Decoded {
  readonly encoding: Encoding;
  readonly text: string;
  /** Given where the text is not all of one encoding: what each cell of it, still as bytes, says. */
  readonly mend?: (cell: string) => { readonly text: string; readonly isOther: boolean };
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file, without its byte order mark.
 * @param wanted the encoding a person chose; else it is found out: by the mark, by the NULs of UTF-16, by being valid
 *   UTF-8. Any other file is taken for Windows-1252, the encoding of older spreadsheets in the West.
 */
export function decode(bytes: Buffer, wanted: Encoding | undefined): Decoded {
  const mark = marks.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  const encoding = wanted ?? mark?.[0] ?? withoutMark(bytes);
  const body = mark?.[0] === encoding ? bytes.subarray(mark[1].length) : bytes;
  if (encoding !== 'utf-8') return { encoding, text: decoded(body, encoding) };
  const text = validUtf8(body);
  return text === null ? { encoding, text: body.toString('latin1'), mend: mendCell } : { encoding, text };
}

/** Bytes as text. What they cannot be in the encoding becomes U+FFFD, or a control character. */
function decoded(bytes: Buffer, encoding: Encoding): string {
  const table = decodedByTable(bytes, encoding);
  if (table !== undefined) return table;
  const whole = encoding.startsWith('utf-16') ? bytes.subarray(0, bytes.length & ~1) : bytes;
  // A mark in front is the caller's.
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(whole);
}

/** How much of a file is looked at for what UTF-16 looks like, in bytes. */
const lookedAt = 4096;

function withoutMark(bytes: Buffer): Encoding {
  const start = bytes.subarray(0, lookedAt & ~1);
  const nuls = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const many = start.length / 8;
  if (odd > many && even < odd / 8) return 'utf-16le';
  if (even > many && odd < even / 8) return 'utf-16be';
  if (validUtf8(bytes) !== null) return 'utf-8';
  return partlyUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Whether, of the lines that are not plain ASCII, as many are UTF-8 as are not: files put together from two. */
function partlyUtf8(bytes: Buffer): boolean {
  let balance = 0;
  for (const line of bytes.toString('latin1').split(/\r\n?|\n/)) {
    if (isAscii(line)) continue;
    balance += validUtf8(Buffer.from(line, 'latin1')) === null ? -1 : 1;
  }
  return balance >= 0;
}

const isAscii = (text: string): boolean => !/\P{ASCII}/u.test(text);

/** In a file of two encodings each cell has its own. */
function mendCell(cell: string): { readonly text: string; readonly isOther: boolean } {
  if (isAscii(cell)) return { text: cell, isOther: false };
  const text = validUtf8(Buffer.from(cell, 'latin1'));
  return text === null ? { text: windows1252(cell), isOther: true } : { text, isOther: false };
}
