import { createHash } from 'node:crypto';
import { fingerprintVocabulary } from './fingerprintVocabulary';

/** How many words: 80 bits, so that nobody finds another key with the same words by trying. */
const length = 10;

/**
 * A key as ten words to read out by phone. A word a byte: heard wrong far less often than digits or letters, and noticed at
 * once when one is missing.
 * @param publicKey in base64url
 */
export function fingerprint(publicKey: string): string[] {
  const hash = createHash('sha256')
    .update('amc-access-manager key\n')
    .update(Buffer.from(publicKey, 'base64url'))
    .digest();
  return Array.from(hash.subarray(0, length), (byte) => fingerprintVocabulary[byte] ?? '');
}
