import type { FileHandle } from 'node:fs/promises';

/** Bytes read at once. */
const pieceSize = 256 * 1024;

/**
 * Reads what an open file has. Unlike `readFile` it ends with a file that grows while being read, or never ends.
 * @param maxBytes once more than these were read, it stops: the rest is missing
 */
export async function readUpTo(handle: FileHandle, maxBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let length = 0; length <= maxBytes;) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(pieceSize), 0, pieceSize, null);
    if (bytesRead === 0) break;
    pieces.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return Buffer.concat(pieces);
}
