import { shell } from 'electron';

/** Hosts of Amazon that the app ever sends a person to, by https only. */
const amazonHosts: ReadonlySet<string> = new Set([
  'advertising.amazon.com',
  'developer.amazon.com',
  'www.amazon.com',
  'eu.account.amazon.com',
  'apac.account.amazon.com',
]);

/**
 * Opens a page in the system browser: https on one of Amazon's hosts, or one of the origins the caller vouches
 * for. The address is rebuilt from its parsed form, so what was checked is what is opened.
 * @returns false when the address is not allowed or no browser could be started.
 */
export async function openExternal(address: string, alsoAllowed: readonly string[] = []): Promise<boolean> {
  const checked = checkedAddress(address, alsoAllowed);
  if (checked === null) return false;
  try {
    await shell.openExternal(checked);
    return true;
  } catch {
    return false;
  }
}

function checkedAddress(address: string, alsoAllowed: readonly string[]): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return null;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const known = url.protocol === 'https:' && url.port === '' && amazonHosts.has(url.hostname);
  return known || alsoAllowed.includes(url.origin) ? url.href : null;
}
