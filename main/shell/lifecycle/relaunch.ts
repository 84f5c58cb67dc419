import { linkIn } from '../deepLinks/deepLinkQueue';

/** How the app is restarted: by Electron, or as a separate process. */
export type Relaunch =
  | { readonly by: 'electron'; readonly args: readonly string[] }
  | { readonly by: 'process'; readonly command: string; readonly args: readonly string[] };

/**
 * How to restart the app once it has ended.
 *
 * An AppImage runs from a folder that disappears when it ends, so its own file is started, a moment later: while the old one
 * still runs, a new one would only bring that forward. A link in the command line was handled already.
 * @param commandLine the program and its arguments
 */
export function relaunchOf(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  commandLine: readonly string[],
): Relaunch {
  const args = commandLine.slice(1).filter((argument) => linkIn([argument]) === null);
  const image = env['APPIMAGE'];
  return platform === 'linux' && image !== undefined && image !== ''
    ? { by: 'process', command: '/bin/sh', args: ['-c', 'sleep 2; exec "$0" "$@"', image, ...args] }
    : { by: 'electron', args };
}
