/** The only Amazon hosts that the app ever sends a person to, over https only. */
const amazonHosts: ReadonlySet<string> = new Set([
  'advertising.amazon.com',
  'developer.amazon.com',
  'www.amazon.com',
  'eu.account.amazon.com',
  'apac.account.amazon.com',
]);

/**
 * The address to open outside the app, or null if that isn't allowed: https on one of Amazon's hosts, or an origin the caller
 * vouches for. It is rebuilt from its parsed form, so what was checked is what is opened.
 */
export function allowedUrl(address: string, alsoAllowed: readonly string[]): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const known = url.protocol === 'https:' && url.port === '' && amazonHosts.has(url.hostname);
  return known || alsoAllowed.includes(url.origin) ? url.href : null;
}
