import tls from 'node:tls';
import { session, type Session } from 'electron';
import { canConnect, createProxySelection } from '../../network/proxyChoice';
import { proxiesFrom } from '../../network/systemProxy';
import { whereItHappened } from '../failures/crashReport';
import type { Log } from '../logging/log';

/** The proxy for an address by the system's settings, including PAC files; null for a direct connection. */
export const systemProxyFor = createProxySelection({
  proxiesFor: async (address) => proxiesFrom(await session.defaultSession.resolveProxy(address)),
  canConnect,
  clock: () => performance.now(),
});

/** Node's newer functions for certificates, if this runtime has them (Node 22.19, 24.5). */
interface NewerTls {
  readonly getCACertificates?: (store: 'default' | 'system') => string[];
  readonly setDefaultCACertificates?: (certificates: string[]) => void;
}

/**
 * Trusts what the system trusts besides the built-in authorities, so that an office whose proxy inspects traffic with its own
 * certificate works. On a runtime without the functions, and if the system's certificates can't be read, only the built-in ones
 * count. Takes a moment on some systems, so the window should be open already.
 */
export function trustSystemCertificates(log: Log): void {
  const { getCACertificates, setDefaultCACertificates } = tls as NewerTls;
  if (getCACertificates === undefined || setDefaultCACertificates === undefined) return;
  const begun = performance.now();
  try {
    const own = getCACertificates('system');
    setDefaultCACertificates([...getCACertificates('default'), ...own]);
    log.info(
      `Trusts ${own.length} certificates of the system, read in ${Math.round(performance.now() - begun)} ms.`,
    );
  } catch (error) {
    log.error(`The system's certificates could not be used: ${whereItHappened(error)}`);
  }
}

/**
 * This app talks to Amazon and nobody else. Chromium would otherwise fetch spelling dictionaries from Google at the first start,
 * even with spell checking off; with no languages there is none to fetch.
 */
export function keepChromiumQuiet(target: Session = session.defaultSession): void {
  target.setSpellCheckerLanguages([]);
}
