/** What the app may do to have the system open our links with it. */
export interface LinkRules {
  /** Registers at each start. */
  readonly atStart: boolean;
  /** Registers when a person asks. */
  readonly onRequest: boolean;
  /** Unregisters when a person asks. For an installed app, the uninstaller does that. */
  readonly givesBack: boolean;
}

/**
 * On Windows only the installed app registers itself: a copy from a zip or a test run would leave links pointing to a deleted
 * folder. macOS reads them from the app's own description, and Linux desktops from the package's.
 * @param packaged false when running from the checkout
 * @param installed whether the installer's uninstaller is beside the program
 */
export const linkRules = (platform: NodeJS.Platform, packaged: boolean, installed: boolean): LinkRules =>
  platform === 'win32'
    ? { atStart: packaged && installed, onRequest: packaged, givesBack: packaged && !installed }
    : { atStart: false, onRequest: packaged, givesBack: false };
