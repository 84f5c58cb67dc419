import { inflateRawSync } from 'node:zlib';

/** An archive unpacks to more than was allowed. */
export class UnpacksToTooMuch extends Error {}

/**
 * The parts of a ZIP archive by name, as its directory lists them (PKWARE, APPNOTE 4.3). What they unpack to is counted while
 * it is unpacked, whatever the archive says of it, and no byte more than allowed is held.
 * @param wanted which parts, by name; the others are not unpacked
 * @param most how many bytes they may come to in all
 * @throws UnpacksToTooMuch, and any other Error where the archive is damaged or packed in another way
 */
export function unpack(
  archive: Buffer,
  wanted: (name: string) => boolean,
  most: number,
): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>();
  let left = most;
  for (const { name, method, size, start } of directoryOf(archive)) {
    if (!wanted(name)) continue;
    const packed = archive.subarray(start, start + size);
    const part = method === 0 ? packed : inflated(packed, method, left);
    left -= part.length;
    if (left < 0) throw new UnpacksToTooMuch();
    parts.set(name, part);
  }
  return parts;
}

function inflated(packed: Buffer, method: number, most: number): Buffer {
  if (method !== 8) throw new Error('The archive is packed in another way.');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new UnpacksToTooMuch();
    throw thrown;
  }
}

interface Entry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  /** Bytes in the archive, and where they begin. */
  readonly size: number;
  readonly start: number;
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
    const { size, header } = placeOf(archive, at, archive.subarray(nameEnd, nameEnd + extraLength));
    // The part begins behind a header of its own, whose name and extra field may be longer than here.
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    const name = archive.toString('utf8', at + 46, nameEnd);
    entries.push({ name, method: archive.readUInt16LE(at + 10), size, start });
    at = nameEnd + extraLength + commentLength;
  }
  return entries;
}

/** What a field says that has no room for a number: it stands in the ZIP64 form elsewhere. */
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

/** @param extra the entry's extra field, in which the ZIP64 form has those numbers that have no room before */
function placeOf(archive: Buffer, at: number, extra: Buffer): { size: number; header: number } {
  let from = 0;
  while (from + 4 <= extra.length && extra.readUInt16LE(from) !== 1) from += 4 + extra.readUInt16LE(from + 2);
  let next = from + 4;
  const [, size = 0, header = 0] = [24, 20, 42].map((offset) => {
    const told = archive.readUInt32LE(at + offset);
    if (told !== elsewhere) return told;
    next += 8;
    return Number(extra.readBigUInt64LE(next - 8));
  });
  return { size, header };
}
