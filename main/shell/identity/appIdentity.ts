import { linkScheme } from '../../../shared/domain/redeem/linkScheme';
/**
 * How the systems identify the app; the packages use the same values (electron-builder.yml, package.json). Changing one makes it
 * a different app to them: pinned buttons, notification settings and links are lost.
 */
export const appIdentity = {
  /** Windows' AppUserModelID and macOS's bundle identifier. */
  appId: 'io.github.amc-access-manager',
  /** The COM class that Windows starts when a notification of the app is clicked. */
  toastActivator: '5D0C0D8E-5C0B-4B5B-9C1D-2F0B6A7E4C31',
  /** The desktop entry of the Linux packages. */
  desktopEntry: 'amc-access-manager.desktop',
  /** The scheme of the app's links. */
  linkScheme,
} as const;
