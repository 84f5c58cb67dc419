/**
 * Whether a page that was handed to the system has opened. On Linux handing it over "succeeds" even where there is nothing to
 * open it with, so the desktop is asked who would, unless `BROWSER` names a program, which xdg-open then starts.
 * @param handler the name of the program for pages, by the desktop; empty: none
 */
export const opensPages = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  handler: () => string,
): boolean => platform !== 'linux' || (env['BROWSER'] ?? '') !== '' || handler() !== '';
