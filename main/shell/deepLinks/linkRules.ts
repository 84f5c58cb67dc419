/** What a program may do about the system opening our links with it. */
export interface LinkRules {
  /** Tells the system at each start. */
  readonly atStart: boolean;
  /** Tells it when a person asks. */
  readonly onRequest: boolean;
  /** Takes that back when a person asks. An installed program's links go with its uninstaller. */
  readonly givesBack: boolean;
}

/**
 * On Windows only the installed program takes the links by itself: a copy from a zip or a test run would leave them leading to a
 * folder that is deleted. macOS reads them from the app's own description, and Linux desktops from the package's.
 * @param packaged false for what runs from the checkout
 * @param installed whether the installer's uninstaller lies beside the program
 */
export const linkRules = (platform: NodeJS.Platform, packaged: boolean, installed: boolean): LinkRules =>
  platform === 'win32'
    ? { atStart: packaged && installed, onRequest: packaged, givesBack: packaged && !installed }
    : { atStart: false, onRequest: packaged, givesBack: false };
