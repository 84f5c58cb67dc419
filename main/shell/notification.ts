import { Notification } from 'electron';

/**
 * Tells through the system, under one title. The one before goes: only the latest matters.
 * @param clicked is called when the person clicks on it
 * @returns the function that tells a text
 */
export function createNotification(title: string, clicked: () => void): (text: string) => void {
  // Held here, because a notification that nothing refers to any more loses its click.
  let shown: Notification | null = null;
  return (text) => {
    if (!Notification.isSupported()) return;
    shown?.close();
    shown = new Notification({ title, body: text });
    shown.on('click', () => {
      // Some desktops leave it standing.
      shown?.close();
      clicked();
    });
    shown.show();
  };
}
