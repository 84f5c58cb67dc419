import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import tls, { type ConnectionOptions } from 'node:tls';
import type { StoreAddress } from '../../../shared/domain/team/storeAddress';

/** The file of authorities can't be read, or has no certificate. */
export class CaFileError extends Error {
  override readonly name = 'CaFileError';
  readonly problem: 'caFileUnread' | 'caFileEmpty';

  constructor(problem: CaFileError['problem']) {
    super();
    this.problem = problem;
  }
}

/**
 * How to encrypt: not at all to this computer itself; else with a certificate that is signed by the given authority and names the
 * host, which may be an IP address.
 * @throws CaFileError
 */
export async function tlsOf({
  encryption,
  caFile,
}: Pick<StoreAddress, 'encryption' | 'caFile'>): Promise<ConnectionOptions | false> {
  if (encryption === 'loopback') return false;
  return {
    // Against anything the environment says.
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ca: caFile === null ? knownAuthorities() : await authoritiesIn(caFile),
  };
}

/** Node's newer function for certificates, if this runtime has it (Node 22.15, 23.10). */
interface NewerTls {
  readonly getCACertificates?: (store: 'system') => string[];
}

/** Node's bundled authorities, and the system's where the runtime can list them. */
export function knownAuthorities({ getCACertificates }: NewerTls = tls as NewerTls): string[] {
  return [...tls.rootCertificates, ...(getCACertificates?.('system') ?? [])];
}

/** @throws CaFileError */
async function authoritiesIn(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CaFileError('caFileUnread');
  });
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0 || !blocks.every(isCertificate)) throw new CaFileError('caFileEmpty');
  return blocks;
}

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem).toString();
    return true;
  } catch {
    return false;
  }
}
