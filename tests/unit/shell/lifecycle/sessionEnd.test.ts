import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { endWithSession } from '../../../../main/shell/lifecycle/sessionEnd';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function programOnWindows(isSending: boolean) {
  const window = new EventEmitter();
  const done: string[] = [];
  const note = (what: string) => () => {
    done.push(what);
  };
  endWithSession(window, {
    systemEnds: note('asks no more'),
    isSending: () => isSending,
    quit: note('quits'),
    endNow: note('closes the data'),
  });
  /** @returns whether Windows is asked to wait */
  const ask = (): boolean => {
    let waits = false;
    window.emit('query-session-end', { preventDefault: () => (waits = true) });
    return waits;
  };
  return { done, ask, end: () => window.emit('session-end', { preventDefault: () => undefined }) };
}

describe('when Windows ends the session', () => {
  test('the data is closed at the end, and not before, since another program may cancel it', () => {
    const { done, ask, end } = programOnWindows(false);
    expect(ask()).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect(done).toEqual(['asks no more']);
    end();
    expect(done).toEqual(['asks no more', 'closes the data']);
  });

  test('it is asked to wait while changes are being sent, for four seconds at most', () => {
    const { done, ask } = programOnWindows(true);
    expect(ask()).toBe(true);
    expect(done).toEqual(['asks no more', 'quits']);
    vi.advanceTimersByTime(3_999);
    expect(done).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(['asks no more', 'quits', 'closes the data']);
  });
});
