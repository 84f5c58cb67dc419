import { Notification } from 'electron';
import type { Log } from '../logging/log';
import {
  createSystemNotifications,
  type NotificationSubject,
  type SystemNotifications,
} from './systemNotifications';

/** The system's notifications. @param changed called when `failedText` has changed */
export const createNotifications = (log: Log, changed: () => void): SystemNotifications =>
  createSystemNotifications({
    log,
    isSupported: () => Notification.isSupported(),
    make: (content) => new Notification(content),
    changed,
  });

/** As in Electron 45 on Windows; older versions know only notifications of their own run. */
interface ActivatedByClick {
  readonly handleActivation?: (listener: (details: { readonly arguments: string }) => void) => void;
}

/**
 * Shows what a notification from an earlier run, still in Windows' notification center, was about. A click starts the app if it
 * isn't running.
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
