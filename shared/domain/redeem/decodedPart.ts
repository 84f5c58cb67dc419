/** A percent-encoded part of an address as text; null where the encoding is broken. */
export function decodedPart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
