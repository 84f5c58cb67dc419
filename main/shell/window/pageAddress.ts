/** The page's scheme and host. Our own scheme gives it an origin that no file and no website shares. */
export const pageScheme = 'app';
const pageHost = 'amc';

export const pageUrl = `${pageScheme}://${pageHost}/index.html`;

/** True for an address of our own page only: scheme and host are compared, not a prefix. */
export function isOurPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${pageScheme}:` && url.host === pageHost;
}
