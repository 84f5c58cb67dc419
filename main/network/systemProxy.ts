import { CodedError } from '../../shared/errors';
import { networkErrorText } from './networkErrorText';

/**
 * The routes that the system's settings name, first one first: each a proxy's address, or null for a direct connection.
 * @param answer as Chromium writes it: `DIRECT`, `PROXY host:port`, `HTTPS host:port`, `SOCKS5 host:port`, several
 * separated by semicolons; unusable ones are left out.
 * @throws CodedError NETWORK if it names only kinds that the app can't use.
 */
export function proxiesFrom(answer: string): readonly [string | null, ...(string | null)[]] {
  const routes = answer
    .split(';')
    .map((route) => route.trim())
    .filter((route) => route !== '');
  if (routes.length === 0) return [null];
  const [first, ...others] = routes.flatMap((route) => {
    const [kind = '', address = ''] = route.split(/\s+/);
    if (kind === 'DIRECT') return [null];
    const scheme = schemes[kind];
    return scheme !== undefined && URL.canParse(`${scheme}//${address}`) ? [`${scheme}//${address}`] : [];
  });
  if (first !== undefined) return [first, ...others];
  throw new CodedError({
    code: 'NETWORK',
    message: networkErrorText.socksProxy,
    details: routes.map((route) => route.split(/\s+/)[0]).join(', '),
  });
}

const schemes: Readonly<Partial<Record<string, string>>> = { PROXY: 'http:', HTTP: 'http:', HTTPS: 'https:' };
