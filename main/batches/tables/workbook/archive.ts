import { createInflateRaw } from 'node:zlib';

/** An archive unpacks to more than allowed. */
export class UnpacksToTooMuch extends Error {}

/** The parts of a ZIP archive, unpacked only as far as they are read. */
export interface Archive {
  /** In the form of `has` and `contentOf`: `/` between folders, lower case. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /**
   * A part's bytes, piece by piece.
   * @throws UnpacksToTooMuch, and any other Error if the part is missing, damaged or compressed in another way
   */
  readonly contentOf: (name: string) => AsyncIterable<Buffer>;
}

/**
 * Opens a ZIP archive by its directory (PKWARE, APPNOTE 4.3); the sizes there are valid even if the archive was written as a
 * stream. Names are compared as Excel does: ignoring case, with either slash between folders, without `./`.
 * @param maxBytes how many bytes may be unpacked in total. They are counted while unpacking, whatever the archive claims,
 * and a part that claims more isn't started.
 * @throws Error if the directory is damaged
 */
export function openArchive(archive: Buffer, maxBytes: number): Archive {
  const entries = new Map<string, Entry>();
  for (const entry of directoryOf(archive)) {
    const name = comparableName(entry.name);
    if (!entries.has(name)) entries.set(name, entry);
  }
  let left = maxBytes;
  async function* contentOf(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(comparableName(name));
    if (entry === undefined) throw new Error(`The archive has no part ${name}.`);
    if (entry.claim > left) throw new UnpacksToTooMuch();
    const packed = archive.subarray(entry.start, entry.start + entry.size);
    if (packed.length < entry.size) throw new Error('The archive is cut off.');
    for await (const piece of unpacked(packed, entry.method)) {
      left -= piece.length;
      if (left < 0) throw new UnpacksToTooMuch();
      yield piece;
    }
  }
  return { names: [...entries.keys()], has: (name) => entries.has(comparableName(name)), contentOf };
}

/** "xl/worksheets/sheet1.xml" for ".\xl\Worksheets\..\worksheets\Sheet1.xml". */
export function comparableName(name: string): string {
  const folders: string[] = [];
  for (const piece of name.replaceAll('\\', '/').toLowerCase().split('/')) {
    if (piece === '..') folders.pop();
    else if (piece !== '' && piece !== '.') folders.push(piece);
  }
  return folders.join('/');
}

/** Bytes unpacked at once. */
const pieceSize = 64 * 1024;

async function* unpacked(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === 0) {
    for (let at = 0; at < packed.length; at += pieceSize) yield packed.subarray(at, at + pieceSize);
    return;
  }
  if (method !== 8) throw new Error('The archive is packed in another way.');
  const inflate = createInflateRaw({ chunkSize: pieceSize });
  inflate.end(packed);
  for await (const piece of inflate) yield piece as Buffer;
}

interface Entry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  /** Bytes in the archive, and their start. */
  readonly size: number;
  readonly start: number;
  /** Its claimed unpacked size, in bytes. */
  readonly claim: number;
}

function directoryOf(archive: Buffer): Entry[] {
  const entries: Entry[] = [];
  let { at, count } = directoryPlace(archive);
  for (; count > 0; count -= 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('The archive’s directory is damaged.');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    ) as [number, number, number];
    const nameEnd = at + 46 + nameLength;
    const { claim, size, header } = placeOf(archive, at, archive.subarray(nameEnd, nameEnd + extraLength));
    // The part begins after its own header, whose name and extra field may be longer than here.
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const name = archive.toString('utf8', at + 46, nameEnd);
    entries.push({ name, method: archive.readUInt16LE(at + 10), size, start, claim });
    at = nameEnd + extraLength + commentLength;
  }
  return entries;
}

/** The value of a field too small for its number, which is then in the ZIP64 field. */
const elsewhere = 0xffffffff;

function directoryPlace(archive: Buffer): { at: number; count: number } {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('The archive has no directory.');
  const at = archive.readUInt32LE(end + 16);
  const count = archive.readUInt16LE(end + 10);
  if (at !== elsewhere && count !== 0xffff) return { at, count };
  const wide = Number(archive.readBigUInt64LE(end - 12));
  return {
    at: Number(archive.readBigUInt64LE(wide + 48)),
    count: Number(archive.readBigUInt64LE(wide + 32)),
  };
}

/** @param extra the entry's extra field, whose ZIP64 form has the numbers too large for their fields */
function placeOf(
  archive: Buffer,
  at: number,
  extra: Buffer,
): { claim: number; size: number; header: number } {
  let from = 0;
  while (from + 4 <= extra.length && extra.readUInt16LE(from) !== 1) from += 4 + extra.readUInt16LE(from + 2);
  let next = from + 4;
  const [claim = 0, size = 0, header = 0] = [24, 20, 42].map((offset) => {
    const field = archive.readUInt32LE(at + offset);
    if (field !== elsewhere) return field;
    next += 8;
    return Number(extra.readBigUInt64LE(next - 8));
  });
  return { claim, size, header };
}
