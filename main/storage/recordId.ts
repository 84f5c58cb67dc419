import { randomBytes } from 'node:crypto';

/** The ms of the last ID, and how many were created within it. */
let last = { ms: 0, count: 0 };

/** The twelve bits that count within a ms hold fewer. */
const counts = 0x1000;

/**
 * A new ID for a row of an append-only table: UUIDv7 (RFC 9562), so that rows of several installations never collide and IDs of
 * one installation sort in the order of creation, even if its clock is set back.
 * @param now ms since 1970
 */
export function newRecordId(now: number): string {
  const isLater = now > last.ms;
  const count = isLater ? 0 : last.count + 1;
  last = isLater ? { ms: now, count } : { ms: last.ms + (count === counts ? 1 : 0), count: count % counts };
  const bytes = randomBytes(16);
  bytes.writeUIntBE(last.ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | last.count, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
