import { app } from 'electron';
import { debuggingSwitch } from './debuggingSwitch';

/** Set by the build (scripts/package/debuggingConstant.ts): false in everything that ships. */
declare const __ALLOWS_DEBUGGING__: boolean;

/**
 * Ends a packaged program that is started with one of Chromium's debugging ports, before the port opens. What would debug
 * the main process (`--inspect`, NODE_OPTIONS) is off by fuse: see electron-builder.yml.
 */
export function refuseDebugging(): void {
  const debuggingPort = debuggingSwitch({
    hasSwitch: (name) => app.commandLine.hasSwitch(name),
    appPath: app.getAppPath(),
    allowsDebugging: __ALLOWS_DEBUGGING__,
  });
  if (debuggingPort === undefined) return;
  process.stderr.write(`AMC Access Manager does not start with --${debuggingPort}.\n`);
  app.exit(1);
}
