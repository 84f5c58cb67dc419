import { app, shell } from 'electron';
import { allowedUrl } from './allowedUrls';
import { opensPages } from '../guarding/opensPages';

/**
 * Opens a page in the system browser, if the app may send a person there (see `allowedUrl`).
 * @returns false if the address isn't allowed or no browser could be started.
 */
export async function openExternal(address: string, alsoAllowed: readonly string[] = []): Promise<boolean> {
  const checked = allowedUrl(address, alsoAllowed);
  if (checked === null) return false;
  try {
    await shell.openExternal(checked);
    return opensPages(process.platform, process.env, () => app.getApplicationNameForProtocol(checked));
  } catch {
    return false;
  }
}
