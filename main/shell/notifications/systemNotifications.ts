import type { Log } from '../logging/log';

/** What a notification is about; Windows keeps it with the notification, beyond the end of the program. */
export const notificationSubjects = ['operations', 'lapsing', 'accounts'] as const;
export type NotificationSubject = (typeof notificationSubjects)[number];

/** As much of Electron's Notification as is used. */
export interface ShownNotification {
  on(event: 'click' | 'show' | 'failed', listener: () => void): unknown;
  show(): void;
  close(): void;
}

interface SystemNotificationsDeps {
  readonly log: Log;
  readonly isSupported: () => boolean;
  readonly make: (content: {
    readonly id: string;
    readonly title: string;
    readonly body: string;
  }) => ShownNotification;
  /** The text that could not be shown is another one now, or none. */
  readonly changed: () => void;
}

/** Tells a text. @param failed is called when the system does not show it */
export type Notify = (text: string, failed?: () => void) => void;

export interface SystemNotifications {
  /**
   * One kind of notification. The one before of the same kind goes: only the latest matters.
   * @param clicked is called when the person clicks on it
   */
  kind(subject: NotificationSubject, title: string, clicked: () => void): Notify;
  /** The last text, if the system did not show it. */
  failedText(): string | null;
  /**
   * What to show when a notification was clicked that this run of the program didn't make.
   * @param activation what Windows says of the click
   * @returns null for one of this run, whose own click is enough, and for what is none of ours
   */
  clickedEarlier(activation: string): NotificationSubject | null;
}

/** Notifications through the system. One that fails, unsigned programs on macOS for example, is kept to be said in the app. */
export function createSystemNotifications(deps: SystemNotificationsDeps): SystemNotifications {
  const { log, isSupported, make, changed } = deps;
  // Held here, because a notification that nothing refers to any more loses its click.
  const shown = new Map<NotificationSubject, ShownNotification>();
  let failedText: string | null = null;
  const setFailed = (text: string | null): void => {
    if (text === failedText) return;
    failedText = text;
    changed();
  };

  const kind = (subject: NotificationSubject, title: string, clicked: () => void): Notify => {
    const tell: Notify = (text, failed) => {
      const fail = (): void => {
        log.warn(`The system did not show a notification (${subject}).`);
        setFailed(text);
        failed?.();
      };
      if (!isSupported()) {
        fail();
        return;
      }
      shown.get(subject)?.close();
      const notification = make({ id: idOf(subject), title, body: text });
      shown.set(subject, notification);
      notification.on('click', () => {
        // Some desktops leave it standing.
        notification.close();
        clicked();
      });
      notification.on('show', () => {
        setFailed(null);
      });
      notification.on('failed', fail);
      notification.show();
    };
    return tell;
  };

  return {
    kind,
    failedText: () => failedText,
    clickedEarlier: (activation) =>
      notificationSubjects.find((subject) => activation.includes(idOf(subject)) && !shown.has(subject)) ??
      null,
  };
}

const idOf = (subject: NotificationSubject): string => `amc-${subject}`;
