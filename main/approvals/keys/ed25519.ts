import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/** What precedes the 32 bytes of a key in DER (RFC 8410). */
const spkiStart = Buffer.from('302a300506032b6570032100', 'hex');

/** A new key pair: the public key in base64url, the private one as text for the keychain. */
export function newKeyPair(): { readonly publicKey: string; readonly secret: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: rawOf(publicKey),
    secret: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  };
}

/** The public key that belongs to a private one; null if the text is no private key. */
export function publicKeyOf(secret: string): string | null {
  try {
    return rawOf(createPublicKey(privateKeyOf(secret)));
  } catch {
    return null;
  }
}

/** A signature in base64url. */
export const signatureOf = (bytes: Uint8Array, secret: string): string =>
  sign(null, bytes, privateKeyOf(secret)).toString('base64url');

/** Whether the key signed exactly these bytes. Never throws. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const der = Buffer.concat([spkiStart, Buffer.from(publicKey, 'base64url')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, bytes, key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

const privateKeyOf = (secret: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(secret, 'base64url'), format: 'der', type: 'pkcs8' });

const rawOf = (key: KeyObject): string =>
  key.export({ format: 'der', type: 'spki' }).subarray(spkiStart.length).toString('base64url');
