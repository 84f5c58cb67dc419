import { app, shell } from 'electron';
import { allowedAddress } from './allowedAddress';

/**
 * Opens a page in the system browser, if it is one the app may send a person to (see `allowedAddress`).
 * @returns false when the address is not allowed or no browser could be started.
 */
export async function openExternal(address: string, alsoAllowed: readonly string[] = []): Promise<boolean> {
  const checked = allowedAddress(address, alsoAllowed);
  if (checked === null) return false;
  try {
    await shell.openExternal(checked);
    return hasBrowser(checked);
  } catch {
    return false;
  }
}

/** On Linux opening "succeeds" even where there is nothing to open with, so the desktop is asked who would. */
const hasBrowser = (address: string): boolean =>
  process.platform !== 'linux' || app.getApplicationNameForProtocol(address) !== '';
