import tls from 'node:tls';
import { session } from 'electron';
import { proxyFrom } from '../network/systemProxy';

/** The proxy the system's settings name for an address, PAC files included; null for a direct connection. */
export const systemProxyFor = async (address: string): Promise<string | null> =>
  proxyFrom(await session.defaultSession.resolveProxy(address));

/** Node's newer functions for certificates, where this runtime has them (Node 22.19, 24.5). */
interface NewerTls {
  readonly getCACertificates?: (store: 'default' | 'system') => string[];
  readonly setDefaultCACertificates?: (certificates: string[]) => void;
}

/**
 * Trusts what the system trusts besides the built-in authorities, so that an office whose proxy inspects traffic
 * with a certificate of its own works. On a runtime without the functions only the built-in ones count.
 */
export function trustSystemCertificates(): void {
  const { getCACertificates, setDefaultCACertificates } = tls as NewerTls;
  if (getCACertificates === undefined || setDefaultCACertificates === undefined) return;
  setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')]);
}

/**
 * This program talks to Amazon and nobody else. Chromium by itself would fetch spelling dictionaries from Google at the
 * first start, even with spell checking switched off; with no languages there is none to fetch.
 */
export function keepChromiumQuiet(): void {
  session.defaultSession.setSpellCheckerLanguages([]);
}
