import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startBackgroundRefresh, type Occasion } from '../../../../main/shell/lifecycle/backgroundRefresh';
import {
  createExpiryReminder,
  expiryText,
  type ExpiryFacts,
} from '../../../../main/shell/notifications/expiryReminder';
import { matching } from '../../../support/fixtures/matching';

const morning = new Date(2026, 10, 24, 8, 0).getTime();
const hour = 3_600_000;
const facts: ExpiryFacts = { now: morning, wanted: true, lastShownAt: null, expiring: 12, occasion: 'time' };

describe('the notification about expiring invitations', () => {
  test('says how many, and what to do', () => {
    expect(expiryText(facts)).toMatch(/^12 invitations will expire within 48 hours\. Resend them/);
    expect(expiryText({ ...facts, expiring: 1 })).toMatch(
      /^1 invitation will expire within 48 hours\. Resend it/,
    );
  });

  test.each<[string, Partial<ExpiryFacts>]>([
    ['there are none', { expiring: 0 }],
    ['the person does not want it', { wanted: false }],
    ['it was shown this morning', { lastShownAt: morning - hour, now: morning + 15 * hour }],
    ['it was shown a moment ago', { lastShownAt: morning }],
  ])('is not shown when %s', (_when, more) => {
    expect(expiryText({ ...facts, ...more })).toBeNull();
  });

  test.each(['start', 'wakeUp'] as const)(
    'is shown at night to somebody who has just arrived: %s',
    (occasion) => {
      const late = { ...facts, now: morning - 7 * hour, occasion };
      expect(expiryText(late)).not.toBeNull();
      expect(expiryText({ ...late, lastShownAt: late.now - hour / 2 })).toBeNull();
    },
  );

  test('waits until eight o’clock if the app was left running overnight', () => {
    const shownAt = morning - 20 * hour;
    expect(expiryText({ ...facts, lastShownAt: shownAt, now: morning - 7.9 * hour })).toBeNull();
    expect(expiryText({ ...facts, lastShownAt: shownAt, now: morning - 1 })).toBeNull();
    expect(expiryText({ ...facts, lastShownAt: shownAt, now: morning })).not.toBeNull();
  });

  test('is shown again the next day, even if fewer than 24 hours have passed', () => {
    expect(expiryText({ ...facts, lastShownAt: morning - 9 * hour })).not.toBeNull();
  });
});

describe('the reminder', () => {
  const lines: string[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (line: string) => lines.push(line) };
  beforeEach(() => {
    lines.length = 0;
  });

  test('is shown once a day, even after a restart, as long as it is remembered', () => {
    const shown: string[] = [];
    let shownAt: number | null = null;
    let now = morning;
    const afterStart = () =>
      createExpiryReminder({
        log,
        facts: () => ({ ...facts, now, lastShownAt: shownAt }),
        notify: (text) => shown.push(text),
        rememberShown: (at) => (shownAt = at),
      });
    const first = afterStart();
    first('start');
    first('wakeUp');
    afterStart()('start');
    expect(shown).toHaveLength(1);
    now += 24 * hour;
    first('time');
    expect(shown).toEqual([matching(/^12/), matching(/^12/)]);
  });

  test('that the system does not show counts as not shown, and is retried at the next check', () => {
    let shownAt: number | null = null;
    let shows = false;
    const shown: string[] = [];
    const remind = createExpiryReminder({
      log,
      facts: () => ({ ...facts, lastShownAt: shownAt }),
      notify(text, failed) {
        if (shows) shown.push(text);
        else failed();
      },
      rememberShown: (at) => (shownAt = at),
    });
    remind('time');
    expect(shownAt).toBeNull();
    shows = true;
    remind('time');
    expect(shown).toHaveLength(1);
    expect(shownAt).toBe(morning);
  });

  test('does not repeat when it cannot be remembered, and says so in the log', () => {
    const shown: string[] = [];
    const remind = createExpiryReminder({
      log,
      facts: () => facts,
      notify: (text) => shown.push(text),
      rememberShown: () => {
        throw new Error('The disk is full.');
      },
    });
    remind('time');
    expect(shown).toEqual([]);
    expect(lines).toEqual([matching(/reminder about expiring/)]);
  });
});

describe('keeping data fresh', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function kept(minutes: number, refreshed: () => Promise<void> = () => Promise.resolve()) {
    const requestedDays: number[] = [];
    const looks: Occasion[] = [];
    let wake = (): void => undefined;
    const end = startBackgroundRefresh({
      refreshAfterMinutes: () => minutes,
      refresh: (olderThanMs) => requestedDays.push(olderThanMs),
      refreshed,
      onResume: (listener) => {
        wake = listener;
        return () => (wake = () => undefined);
      },
      looked: (occasion) => looks.push(occasion),
    });
    return { requestedDays, end, looks, wake: () => wake() };
  }

  test('looks at nothing after it was stopped, though a refresh ends only then', async () => {
    let endRefresh = (): void => undefined;
    const { end, looks } = kept(60, () => new Promise((resolve) => (endRefresh = resolve)));
    await vi.advanceTimersByTimeAsync(5000);
    end();
    endRefresh();
    await vi.advanceTimersByTimeAsync(5000);
    expect(looks).toEqual([]);
  });

  test('soon refreshes everything, then every half hour and after waking up what is older than set, until it ends', async () => {
    const { requestedDays, end, wake, looks } = kept(60);
    expect(requestedDays).toEqual([]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(requestedDays).toEqual([0]);
    await vi.advanceTimersByTimeAsync(hour);
    expect(requestedDays).toEqual([0, hour, hour]);
    wake();
    expect(requestedDays).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(0);
    expect(looks).toEqual(['start', 'time', 'time', 'wakeUp']);
    end();
    await vi.advanceTimersByTimeAsync(4 * hour);
    wake();
    expect(requestedDays).toHaveLength(4);
  });

  test('sends Amazon nothing when it is set to never, but still checks what is about to expire', async () => {
    const { requestedDays, end, looks } = kept(0);
    await vi.advanceTimersByTimeAsync(hour);
    end();
    expect(requestedDays).toEqual([]);
    expect(looks.length).toBeGreaterThan(1);
  });
});
