import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NotTaken } from '../../../main/amazonAds/notTaken';
import { createPace, type Pace } from '../../../main/amazonAds/pacing/pace';
import { createTokenBucket } from '../../../main/amazonAds/pacing/tokenBucket';
import { calm, manualClock } from '../../support/clocks/manualClock';

const burst = 4;

/** Asks once and, if asked to wait, again exactly then, `count` times. @returns when each call was sent, in ms */
function takenAt(bucket: ReturnType<typeof createTokenBucket>, from: number, count: number): number[] {
  let at = from;
  return Array.from({ length: count }, () => {
    for (let wait = bucket.take(at); wait > 0; wait = bucket.take(at)) at += wait;
    return at;
  });
}

describe('the bucket', () => {
  test('has no limit before Amazon throttles', () => {
    const bucket = createTokenBucket();
    expect(takenAt(bucket, 0, 1000)).toEqual(Array(1000).fill(0));
  });

  test('then allows half as many as were just tried', () => {
    const bucket = createTokenBucket();
    for (let call = 0; call < 10; call += 1) bucket.take(call * 200);
    bucket.slowDown(2000);
    const [first = 0, second = 0] = takenAt(bucket, 2000, 2);
    expect([first - 2000, second - first]).toEqual([400, 400]);
    bucket.slowDown(second);
    const [third = 0, fourth = 0] = takenAt(bucket, second, 2);
    expect([third - second, fourth - third]).toEqual([800, 800]);
  });

  test('never allows more than its burst and its rate, however it is called', () => {
    const asks = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), asks, (triedInOneSecond, pauses) => {
        const bucket = createTokenBucket();
        for (let call = 0; call < triedInOneSecond; call += 1) bucket.take(0);
        bucket.slowDown(1000);
        const rate = triedInOneSecond / 1000 / 2;
        let at = 1000;
        const taken: number[] = [];
        for (const pause of pauses) {
          at += pause;
          if (bucket.take(at) === 0) taken.push(at);
        }
        for (const [index, begin] of taken.entries()) {
          for (const [more, end] of taken.slice(index).entries()) {
            expect(more + 1).toBeLessThanOrEqual(burst + (end - begin) * rate + 1e-6);
          }
        }
        expect(taken.length).toBeLessThanOrEqual((at - 1000) * rate + 1e-6);
      }),
    );
  });

  test('never hangs: however often it was throttled, the next call goes out within ten seconds', () => {
    const happenings = fc.array(
      fc.record({
        what: fc.constantFrom('take', 'passed', 'slowDown'),
        after: fc.integer({ min: 0, max: 9999 }),
      }),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(happenings, (sequence) => {
        const bucket = createTokenBucket();
        let at = 0;
        for (const { what, after } of sequence) {
          at += after;
          if (what === 'take') bucket.take(at);
          else if (what === 'passed') bucket.passed(at);
          else bucket.slowDown(at);
        }
        const [next = Infinity] = takenAt(bucket, at, 1);
        expect(next - at).toBeLessThanOrEqual(10_001);
      }),
    );
  });

  test('counts only calls of the last seconds, whatever the clock shows', () => {
    const begin = 7_000_000;
    const bucket = createTokenBucket();
    for (let call = 0; call < 10; call += 1) bucket.take(begin + call);
    const later = begin + 15 * 60_000;
    for (let call = 0; call < 10; call += 1) bucket.take(later + call * 200);
    bucket.slowDown(later + 2000);
    const [first = 0, second = 0] = takenAt(bucket, later + 2000, 2);
    expect([first - later - 2000, second - first]).toEqual([400, 400]);
  });

  test.each([1, 50])(
    'recovers: a minute after it was throttled %i times it has no limit again',
    (refusals) => {
      const begin = 7_000_000;
      const bucket = createTokenBucket();
      for (let refusal = 0; refusal < refusals; refusal += 1) bucket.slowDown(begin);
      let at = begin;
      const predictedMs = bucket.durationOf(1000);
      while (bucket.rate() !== Infinity) {
        [at = Infinity] = takenAt(bucket, at, 1);
        bucket.passed(at);
      }
      expect(at - begin).toBeLessThanOrEqual(60_000);
      expect(Math.abs(at - begin - predictedMs)).toBeLessThan(2000);
      expect(takenAt(bucket, at, 100)).toEqual(Array(100).fill(at));
    },
  );

  test.each([0, 2, 15])(
    'makes 20 calls take seconds after one rejection, however many minutes ago others were sent (%i)',
    (minutes) => {
      const bucket = createTokenBucket();
      for (let call = 0; call < 19; call += 1) bucket.take(call * 50);
      const begin = 1000 + minutes * 60_000;
      bucket.take(begin);
      bucket.slowDown(begin);
      let at = begin;
      for (let call = 0; call < 20; call += 1) {
        [at = Infinity] = takenAt(bucket, at, 1);
        bucket.passed(at);
      }
      expect(at - begin).toBeLessThan(20_000);
    },
  );
});

describe('the pace of a connection', () => {
  const clock = manualClock();
  const why = (reason: NotTaken['reason'], retryAfterMs?: number): NotTaken => ({
    reason,
    code: 'THROTTLED',
    message: `It is ${reason}.`,
    retryAfterMs,
  });

  /** Asks for a turn. @returns when it came, in ms since the test began */
  function turnOf(pace: Pace, ending = new AbortController()): { at: number | null } {
    const turn: { at: number | null } = { at: null };
    void pace.turn(ending.signal).then(() => {
      turn.at = clock.passed();
    });
    return turn;
  }

  test('waits as long as Amazon requested, to the ms, even if something else fails or works in the meantime', async () => {
    const pace = createPace(clock, { changed: () => undefined });
    pace.holdBack(why('throttled', 60_000));
    const turn = turnOf(pace);
    await clock.advance(1000);
    pace.holdBack(why('unreachable'));
    pace.passed();
    pace.tryNow();
    await clock.advance(58_999);
    expect(turn.at).toBeNull();
    expect(pace.waiting()).toMatchObject({ until: clock.now() + 1 });
    await clock.advance(1);
    expect(turn.at).toBe(60_000);
  });

  test('without a time from Amazon waits longer each time, at most half a minute, and then resets', async () => {
    const pace = createPace(clock, { changed: () => undefined });
    const waits: number[] = [];
    for (let miss = 0; miss < 8; miss += 1) {
      pace.holdBack(why('unreachable'));
      const began = clock.passed();
      const turn = turnOf(pace);
      while (turn.at === null) await clock.advance(500);
      waits.push(turn.at - began);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    pace.passed();
    expect(pace.waiting()).toBeNull();
    pace.holdBack(why('unreachable'));
    expect(pace.waiting()).toMatchObject({ until: clock.now() + 500 });
  });

  test('counts calls that are rejected together once', () => {
    const pace = createPace(clock, { changed: () => undefined });
    for (let call = 0; call < 4; call += 1) pace.holdBack(why('unreachable'));
    expect(pace.waiting()).toMatchObject({ reason: 'unreachable', message: 'It is unreachable.' });
    expect(pace.waiting()).toMatchObject({ until: clock.now() + 1000 });
  });

  test('a colleague who is waited for makes no later pause longer', () => {
    const pace = createPace(clock, { changed: () => undefined });
    for (let times = 0; times < 5; times += 1) {
      pace.holdBack(why('team', 100));
      pace.tryNow();
    }
    pace.holdBack(why('team'));
    expect(pace.waiting()).toMatchObject({ until: clock.now() + 500 });
  });

  test('waits for a sign-in without a limit', async () => {
    const pace = createPace(clock, { changed: () => undefined });
    pace.holdBack(why('signIn'));
    const turn = turnOf(pace);
    await clock.advance(30 * 86_400_000);
    expect(turn.at).toBeNull();
    expect(pace.waiting()).toMatchObject({ reason: 'signIn', until: null });
    pace.tryNow();
    await calm();
    expect(turn.at).toBe(clock.passed());
  });

  test.each(['throttled', 'unreachable'] as const)(
    'leaves nothing asleep that waited for a sign-in when it is %s instead',
    async (reason) => {
      const pace = createPace(clock, { changed: () => undefined });
      pace.holdBack(why('signIn'));
      const turn = turnOf(pace);
      await calm();
      pace.holdBack(why(reason, 1000));
      await clock.advance(60_000);
      expect(turn.at).not.toBeNull();
    },
  );

  test('holds nothing back when the program ends', async () => {
    const pace = createPace(clock, { changed: () => undefined });
    pace.holdBack(why('signIn'));
    const ending = new AbortController();
    const turn = pace.turn(ending.signal);
    ending.abort();
    expect(await turn).toBe(false);
    expect(await pace.turn(ending.signal)).toBe(false);
  });

  test('reports when waiting begins and ends', async () => {
    const predictedMs: unknown[] = [];
    const pace: Pace = createPace(clock, {
      changed: () => predictedMs.push(pace.waiting()?.reason ?? null),
    });
    pace.holdBack(why('unreachable'));
    await clock.advance(1000);
    pace.passed();
    pace.passed();
    expect(predictedMs).toEqual(['unreachable', null]);
  });
});

describe('a throttled pace', () => {
  const clock = manualClock();

  test('reports how fast calls go out and how long the rest takes, including Amazon’s wait', () => {
    const pace = createPace(clock, { changed: () => undefined });
    expect(pace.slowness(10)).toBeNull();
    pace.holdBack({ reason: 'throttled', code: 'THROTTLED', message: 'Slower.', retryAfterMs: 120_000 });
    expect(pace.slowness(0)).toEqual({ callsPerMinute: 30, leftMs: 120_000 });
    const left = pace.slowness(10)?.leftMs ?? 0;
    expect(left).toBeGreaterThan(122_000);
    expect(left).toBeLessThan(140_000);
  });

  test('reports when something only a person could open is open again, and only then', () => {
    let opened = 0;
    const pace = createPace(clock, {
      changed: () => undefined,
      opened: () => {
        opened += 1;
      },
    });
    pace.tryNow();
    pace.answered();
    expect(opened).toBe(0);
    pace.holdBack({ reason: 'signIn', code: 'UNAUTHORIZED', message: 'Sign in.', retryAfterMs: undefined });
    pace.answered();
    expect([opened, pace.isShut()]).toEqual([1, false]);
  });

  test('lets through what waits for the network once Amazon answers something else', async () => {
    const pace = createPace(clock, { changed: () => undefined });
    pace.holdBack({ reason: 'unreachable', code: 'NETWORK', message: 'No way.', retryAfterMs: undefined });
    let given = false;
    const turn = pace.turn(new AbortController().signal).then(() => {
      given = true;
    });
    await clock.advance(0);
    expect(given).toBe(false);
    pace.answered();
    await turn;
    expect(given).toBe(true);
  });
});
