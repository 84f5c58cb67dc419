import { basename } from 'node:path';
import { app } from 'electron';

/** Set by the build (scripts/package/debuggingConstant.ts): false in everything that ships. */
declare const __ALLOWS_DEBUGGING__: boolean;

/** Chromium's ways to let another program act in the page as if it were the person. */
const switches = ['remote-debugging-port', 'remote-debugging-pipe'];

/**
 * Ends a packaged program that is started with one of Chromium's debugging ports, before the port opens. What would debug
 * the main process (`--inspect`, NODE_OPTIONS) is off by fuse: see electron-builder.yml.
 */
export function refuseDebugging(): void {
  // Not by `app.isPackaged`, which goes by the name of the program's file.
  const isPackaged = basename(app.getAppPath()) === 'app.asar';
  const found = switches.find((name) => app.commandLine.hasSwitch(name));
  if (found === undefined || !isPackaged || __ALLOWS_DEBUGGING__) return;
  process.stderr.write(`AMC Access Manager does not start with --${found}.\n`);
  app.exit(1);
}
