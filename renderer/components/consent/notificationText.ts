interface Text {
  readonly id: string;
  readonly header: string;
  readonly content: string;
}

/** Shown at the setting, and beside a notification that the system didn't show. */
export const notificationHelp =
  'Allow notifications for AMC Access Manager in your system’s settings. On macOS, a build without a signature can’t show any.';

/**
 * Many Linux desktops have no notifications, and their users know it: there only the setting says so.
 * @param platform as Node names it
 * @param failed the text of the last notification, if the system didn't show it
 */
export const notificationTexts = (platform: string, failed: string | null): readonly Text[] =>
  failed === null || platform === 'linux'
    ? []
    : [
        {
          // Once dismissed, the same text isn't shown again.
          id: `notification ${failed}`,
          header: 'Your system didn’t show a notification',
          content: `${failed} ${notificationHelp}`,
        },
      ];
