import canonicalize from 'canonicalize';

/**
 * JSON in its one canonical form (RFC 8785), as UTF-8.
 * @throws Error for what JSON can't say the same way everywhere: lone surrogates, numbers that aren't finite
 */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('There is no JSON for it.');
  return Buffer.from(text, 'utf8');
}

/**
 * Reads JSON only if it is in canonical form: then there is one way to read it. Keys that occur twice, numbers that lose digits,
 * lone surrogates, byte order marks and white space are all refused by comparing the bytes.
 * @returns undefined if it isn't
 */
export function parseCanonical(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    return canonicalBytes(value).equals(bytes) ? value : undefined;
  } catch {
    // No JSON, no UTF-8, half a file, or nested so deeply that it is no file of ours.
    return undefined;
  }
}
