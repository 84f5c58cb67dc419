import { describe, expect, test, vi } from 'vitest';
import { createQuitGuard } from '../../../../main/shell/lifecycle/quitGuard';
import { quitQuestion, type QuitQuestion } from '../../../../main/shell/lifecycle/quitQuestion';
import { runOf } from '../../../support/benches/runs';

describe('the question before the app quits', () => {
  test('is not asked while nothing is being sent: no runs, all ended, or paused', () => {
    expect(quitQuestion([], false)).toBeNull();
    expect(quitQuestion([runOf({ done: 5, inDoubt: 1, failed: 1 })], false)).toBeNull();
    expect(quitQuestion([runOf({ queued: 34 }, { paused: true })], false)).toBeNull();
  });

  test('says how many changes wait, and what happens to them', () => {
    const runs = [
      runOf({ queued: 30, done: 90 }),
      runOf({ queued: 4 }),
      runOf({ queued: 9 }, { paused: true }),
    ];
    expect(quitQuestion(runs, false)).toEqual({
      message: '34 changes are still waiting to be sent.',
      detail: 'Waiting changes stay on this computer and continue when you resume them at the next launch.',
    });
    expect(quitQuestion(runs, true)?.detail).toContain('are sent at the next launch');
  });

  test('includes the current call, also of a run paused in the meantime', () => {
    expect(quitQuestion([runOf({ queued: 1, sending: 1 }, { paused: true })], false)).toEqual({
      message: 'Changes are being sent right now.',
      detail: '1 change is on the way to Amazon. The app quits once the answer arrives.',
    });
    expect(quitQuestion([runOf({ queued: 1, sending: 50 })], false)?.detail).toMatch(
      /^50 changes are on the way/,
    );
  });

  test('says what has not started yet, and that it will be paused, whatever is set for the next launch', () => {
    const starting = runOf({ queued: 600 }, { startsAt: 1 });
    expect(quitQuestion([starting], true)).toEqual({
      message: '600 changes haven’t started.',
      detail: 'They stay on this computer, paused, until you resume them.',
    });
    const both = quitQuestion([starting, runOf({ queued: 2 })], true);
    expect(both?.message).toBe('2 changes are still waiting to be sent.');
    expect(both?.detail).toBe(
      'Waiting changes stay on this computer and are sent at the next launch. 600 changes haven’t started. They stay on this computer, paused, until you resume them.',
    );
    expect(quitQuestion([starting, runOf({ sending: 1 })], true)?.detail).toMatch(
      /arrives\. 600 changes haven’t/,
    );
  });
});

describe('quitting the app', () => {
  const question: QuitQuestion = { message: '34 changes are still waiting to be sent.', detail: '' };

  /** A person at the question, who answers on request. */
  function desk(question: () => QuitQuestion | null) {
    const answers: ((quit: boolean) => void)[] = [];
    let quits = 0;
    const leaving = createQuitGuard({
      question,
      ask: () => new Promise((resolve) => answers.push(resolve)),
      quit: () => {
        quits += 1;
      },
    });
    const answer = async (quit: boolean): Promise<void> => {
      answers.at(-1)?.(quit);
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { leaving, answer, times: () => answers.length, quits: () => quits };
  }

  test('happens at once if there is nothing to ask', () => {
    const { leaving, times } = desk(() => null);
    expect(leaving.mayLeave()).toBe(true);
    expect(times()).toBe(0);
  });

  test('asks once, however often the person tries, and happens after a yes without asking again', async () => {
    const { leaving, answer, times, quits } = desk(() => question);
    expect([leaving.mayLeave(), leaving.mayLeave()]).toEqual([false, false]);
    expect(times()).toBe(1);
    await answer(true);
    expect(quits()).toBe(1);
    expect(leaving.mayLeave()).toBe(true);
    expect(times()).toBe(1);
  });

  test('is canceled by a no, and asks the next time', async () => {
    const { leaving, answer, times, quits } = desk(() => question);
    leaving.mayLeave();
    await answer(false);
    expect(quits()).toBe(0);
    expect(leaving.mayLeave()).toBe(false);
    expect(times()).toBe(2);
  });

  test('asks nothing once the system has decided, even while the question is open', () => {
    const { leaving, times } = desk(() => question);
    leaving.mayLeave();
    leaving.decided();
    expect(leaving.mayLeave()).toBe(true);
    expect(times()).toBe(1);
  });

  test('asks again when the system announced the end of the session and it did not happen', () => {
    vi.useFakeTimers();
    const { leaving, times } = desk(() => question);
    leaving.systemEnds();
    expect(leaving.mayLeave()).toBe(true);
    vi.advanceTimersByTime(30_000);
    expect(leaving.mayLeave()).toBe(false);
    expect(times()).toBe(1);
    vi.useRealTimers();
  });

  test('stays decided when the person decided before the system', () => {
    vi.useFakeTimers();
    const { leaving } = desk(() => question);
    leaving.decided();
    leaving.systemEnds();
    vi.advanceTimersByTime(60_000);
    expect(leaving.mayLeave()).toBe(true);
    vi.useRealTimers();
  });

  test('is not blocked when the sending status cannot be read', () => {
    const { leaving } = desk(() => {
      throw new Error('database disk image is malformed');
    });
    expect(leaving.mayLeave()).toBe(true);
  });
});
