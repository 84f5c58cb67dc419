import { linkScheme } from '../../../shared/domain/redeem/linkScheme';
/**
 * By which the systems know the program; the packages carry the same (electron-builder.yml, package.json). Changing one
 * makes it another program to them: pinned buttons, notification switches and links are lost.
 */
export const appIdentity = {
  /** Windows' AppUserModelID and macOS's bundle identifier. */
  appId: 'io.github.amc-access-manager',
  /** The COM class that Windows starts when a notification of the program is clicked. */
  toastActivator: '5D0C0D8E-5C0B-4B5B-9C1D-2F0B6A7E4C31',
  /** The desktop entry of the Linux packages. */
  desktopEntry: 'amc-access-manager.desktop',
  /** The scheme of the app's links. */
  linkScheme,
} as const;
