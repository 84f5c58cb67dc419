/** What the parts of a ZIP archive unpack to in all, in bytes, as its own directory says; 0 where that is damaged. */
export function unpackedSize(archive: Buffer): number {
  const end = archive.lastIndexOf(endMark);
  if (end < 0 || end + 20 > archive.length) return 0;
  let sum = 0;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== entryMark) break;
    sum += archive.readUInt32LE(at + 24);
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return sum;
}

/** PKWARE, APPNOTE 4.3.16 and 4.3.12. */
const endMark = Buffer.from('PK\x05\x06', 'latin1');
const entryMark = 0x02014b50;
