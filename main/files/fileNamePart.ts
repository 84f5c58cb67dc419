/**
 * A text as part of a file name on any system: without characters that any of them forbids, and cut between two visible
 * characters. File systems count bytes (Linux, macOS: 255), so a Chinese name has room for a third of the characters of an
 * English one.
 * @param maxLength in bytes of UTF-8
 * @returns the text, which may be empty, and whether it was cut
 */
export function fileNamePart(
  text: string,
  maxLength: number,
): { readonly part: string; readonly cut: boolean } {
  const allowed = text
    .replaceAll(/[^\p{L}\p{M}\p{N} @.,_()+-]/gu, ' ')
    // A separate accent is what remains of an emoji.
    .replaceAll(/(?<![\p{L}\p{M}\p{N}])\p{M}+/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,)])/g, '')
    .trim();
  let part = '';
  for (const { segment } of new Intl.Segmenter('en').segment(allowed)) {
    if (Buffer.byteLength(part + segment) > maxLength) return { part: part.trim(), cut: true };
    part += segment;
  }
  return { part, cut: false };
}

/** Whether Windows reserves this name for a device, so that no file may have it, whatever its extension. */
export const isReservedName = (name: string): boolean =>
  /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i.test(name);
