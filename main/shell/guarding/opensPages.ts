/**
 * Whether a page passed to the system has opened. On Linux passing it on "succeeds" even if nothing can open it, so the desktop
 * is asked which program would, unless `BROWSER` names one, which xdg-open then starts.
 * @param handler the name of the desktop's program for pages; empty: none
 */
export const opensPages = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  handler: () => string,
): boolean => platform !== 'linux' || (env['BROWSER'] ?? '') !== '' || handler() !== '';
