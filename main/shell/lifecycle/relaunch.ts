import { linkIn } from '../deepLinks/deepLinkQueue';

/** How the program is started again: by Electron, or as a process of its own. */
export type Relaunch =
  | { readonly by: 'electron'; readonly args: readonly string[] }
  | { readonly by: 'process'; readonly command: string; readonly args: readonly string[] };

/**
 * How to start the program again once it has ended.
 *
 * What runs from an AppImage lies in a folder that goes when it ends, so its own file is started, a moment later: while the old
 * one still runs, a new one would only bring that forward. A link in the command line was handled already.
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
