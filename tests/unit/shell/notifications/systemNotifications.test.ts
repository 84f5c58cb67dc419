import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { createSystemNotifications } from '../../../../main/shell/notifications/systemNotifications';

type How = 'shows' | 'fails' | 'has none';

class FakeNotification extends EventEmitter {
  closed = false;
  constructor(private readonly how: How) {
    super();
  }
  show(): void {
    this.emit(this.how === 'shows' ? 'show' : 'failed');
  }
  close(): void {
    this.closed = true;
  }
}

/** A system that shows notifications, or fails to. */
function system(how: How) {
  const made: FakeNotification[] = [];
  const lines: string[] = [];
  let changes = 0;
  const note = (line: string) => void lines.push(line);
  const notifications = createSystemNotifications({
    log: { info: note, warn: note, error: note },
    isSupported: () => how !== 'has none',
    make() {
      const notification = new FakeNotification(how);
      made.push(notification);
      return notification;
    },
    changed: () => {
      changes += 1;
    },
  });
  return { notifications, made, lines, changes: () => changes };
}

describe('a system notification', () => {
  test('replaces the previous one of its kind, and opens the right screen', () => {
    const { notifications, made } = system('shows');
    let clicks = 0;
    const tell = notifications.kind('operations', 'Sending has finished', () => {
      clicks += 1;
    });
    tell('3 changes: 3 done.');
    tell('4 changes: 4 done.');
    expect(made.map(({ closed }) => closed)).toEqual([true, false]);
    made.at(-1)?.emit('click');
    expect(clicks).toBe(1);
    expect(notifications.failedText()).toBeNull();
  });

  test.each(['fails', 'has none'] as const)(
    'that the system %s is recorded, logged without its text, and reported to the caller',
    (how) => {
      const { notifications, lines, changes } = system(how);
      let failures = 0;
      notifications.kind(
        'lapsing',
        'About to expire',
        () => undefined,
      )('Acme: 12 invitations', () => {
        failures += 1;
      });
      expect(failures).toBe(1);
      expect(notifications.failedText()).toBe('Acme: 12 invitations');
      expect(changes()).toBe(1);
      expect(lines).toEqual(['The system did not show a notification (lapsing).']);
    },
  );

  test('that is clicked after the program ended says what it was about; one of this run only by its own click', () => {
    const { notifications } = system('shows');
    expect(notifications.clickedEarlier('type=click&tag=amc-lapsing')).toBe('lapsing');
    expect(notifications.clickedEarlier('type=click&tag=something-else')).toBeNull();
    notifications.kind('lapsing', 'About to expire', () => undefined)('12 invitations');
    expect(notifications.clickedEarlier('type=click&tag=amc-lapsing')).toBeNull();
    expect(notifications.clickedEarlier('type=click&tag=amc-operations')).toBe('operations');
  });
});
