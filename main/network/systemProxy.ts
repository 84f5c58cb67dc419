import { CodedError } from '../../shared/errors';

/**
 * The proxy in the answer of the system's settings, as an address, or null for a direct connection.
 * @param answer as Chromium writes it: `DIRECT`, `PROXY host:port`, `HTTPS host:port`, `SOCKS5 host:port`, several
 *   separated by semicolons; the first that can be used counts.
 * @throws CodedError NETWORK where only kinds are named that the app cannot use.
 */
export function proxyFrom(answer: string): string | null {
  const ways = answer
    .split(';')
    .map((way) => way.trim())
    .filter((way) => way !== '');
  if (ways.length === 0) return null;
  for (const way of ways) {
    const [kind = '', address = ''] = way.split(/\s+/);
    if (kind === 'DIRECT') return null;
    const scheme = schemes[kind];
    if (scheme !== undefined && URL.canParse(`${scheme}//${address}`)) return `${scheme}//${address}`;
  }
  throw new CodedError({
    code: 'NETWORK',
    message:
      'This computer is set to use a kind of proxy that AMC Access Manager cannot use (SOCKS). Set an HTTP or HTTPS proxy in the system settings, or ask your IT for one.',
    details: ways.map((way) => way.split(/\s+/)[0]).join(', '),
  });
}

const schemes: Readonly<Partial<Record<string, string>>> = { PROXY: 'http:', HTTP: 'http:', HTTPS: 'https:' };
