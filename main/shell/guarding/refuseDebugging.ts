import { app } from 'electron';
import { debuggingSwitch } from './debuggingSwitch';

/** Set by the build (scripts/package/debuggingConstant.ts): false in every shipped build. */
declare const __ALLOWS_DEBUGGING__: boolean;

/**
 * Ends a packaged app that is started with one of Chromium's debugging ports, before the port opens. Debugging the main process
 * (`--inspect`, NODE_OPTIONS) is disabled by fuses: see electron-builder.yml.
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
