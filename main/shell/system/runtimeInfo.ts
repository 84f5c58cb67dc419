import { app } from 'electron';

/** The version of the official Electron this was built for; set by the build from the electron package. */
declare const __ELECTRON_VERSION__: string;

/** The app's version and what it runs on. */
export const runtimeInfo = () => ({
  version: app.getVersion(),
  electronVersion: process.versions.electron,
  developmentRuntime: process.versions.electron !== __ELECTRON_VERSION__,
  platform: process.platform,
  sandboxed: !app.commandLine.hasSwitch('no-sandbox'),
});
