/**
 * A text as a part of a file's name on any system: without the characters that one of them doesn't allow, and cut
 * between two characters as people see them. File systems count bytes (Linux, macOS: 255), so that a name in Chinese
 * has room for a third of what one in English has.
 * @param maxLength in bytes of UTF-8
 * @returns the text, which may be empty, and whether it was cut
 */
export function fileNamePart(
  text: string,
  maxLength: number,
): { readonly part: string; readonly cut: boolean } {
  const allowed = text
    .replaceAll(/[^\p{L}\p{M}\p{N} @.,_()+-]/gu, ' ')
    // An accent of its own is what is left of an emoji.
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

/** Whether Windows keeps this name for a device, so that no file may have it, whatever its ending. */
export const isReservedName = (name: string): boolean =>
  /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i.test(name);
