import { Notification } from 'electron';
import type { Log } from '../logging/log';
import {
  createSystemNotifications,
  type NotificationSubject,
  type SystemNotifications,
} from './systemNotifications';

/** The system's notifications. @param changed is called when `failedText` has changed */
export const createNotifications = (log: Log, changed: () => void): SystemNotifications =>
  createSystemNotifications({
    log,
    isSupported: () => Notification.isSupported(),
    make: (content) => new Notification(content),
    changed,
  });

/** As Electron 45 has it on Windows; older ones know no notification but those of their own run. */
interface ActivatedByClick {
  readonly handleActivation?: (listener: (details: { readonly arguments: string }) => void) => void;
}

/**
 * Shows what a notification was about that an earlier run of the program left in Windows' notification center. The click
 * starts the program if it isn't running.
 */
export function followEarlierNotifications(
  notifications: SystemNotifications,
  show: Readonly<Record<NotificationSubject, () => void>>,
): void {
  if (process.platform !== 'win32') return;
  (Notification as ActivatedByClick).handleActivation?.((details) => {
    const subject = notifications.clickedEarlier(details.arguments);
    if (subject !== null) show[subject]();
  });
}
