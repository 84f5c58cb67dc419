import type { Log } from '../logging/log';

/** The subject of a notification; Windows stores it with the notification, even after the app quits. */
export const notificationSubjects = ['operations', 'lapsing', 'accounts'] as const;
export type NotificationSubject = (typeof notificationSubjects)[number];

/** The subset of Electron's Notification that is used. */
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
  /** The text that couldn't be shown changed, or was cleared. */
  readonly changed: () => void;
}

/** Shows a text. @param failed called if the system doesn't show it */
export type Notify = (text: string, failed?: () => void) => void;

export interface SystemNotifications {
  /**
   * One kind of notification. It replaces the previous one of the same kind: only the latest matters.
   * @param clicked called when the person clicks it
   */
  kind(subject: NotificationSubject, title: string, clicked: () => void): Notify;
  /** The last text, if the system didn't show it. */
  failedText(): string | null;
  /**
   * What to show when a notification that this run didn't create was clicked.
   * @param activation what Windows says about the click
   * @returns null for one of this run, whose own click is enough, and for one that isn't ours
   */
  clickedEarlier(activation: string): NotificationSubject | null;
}

/** Notifications through the system. If one fails, for example in unsigned apps on macOS, its text is shown in the app. */
export function createSystemNotifications(deps: SystemNotificationsDeps): SystemNotifications {
  const { log, isSupported, make, changed } = deps;
  // Referenced here, because a garbage-collected notification loses its click.
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
        // Some desktops leave it open.
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
