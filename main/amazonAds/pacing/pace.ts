import type { Slowed, Wait } from '../../../shared/domain/outbox/run';
import type { NotTaken } from '../notTaken';
import { createTokenBucket, type TokenBucket } from './tokenBucket';
import { createTurns } from './turns';

/** No wait that we choose ourselves is longer, in ms, unless told otherwise; Amazon may ask for a longer one. */
const defaultMaxPauseMs = 30_000;
const firstPauseMs = 1000;

export interface Clock {
  /** ms of a clock that never jumps. */
  readonly monotonic: () => number;
  /** ms since 1970, to be shown. */
  readonly now: () => number;
  /** From 0 up to but not 1. */
  readonly random: () => number;
}

/** When the calls of one connection may go out. One connection's trouble is no other's. */
export interface Pace {
  /** Resolves with true when a call may go out, with false once `ending` is aborted. */
  turn(ending: AbortSignal): Promise<boolean>;
  /** As `turn`, but resolves with false as soon as only a person can open the way again: there may be another way. */
  turnUnlessShut(ending: AbortSignal): Promise<boolean>;
  /** Whether only a person can open the way again. */
  isShut(): boolean;
  /** Whether calls wait for a time or for a person right now. */
  isHeld(): boolean;
  /** A call got through to Amazon. */
  passed(): void;
  /** A call was not taken: the next ones wait. */
  holdBack(why: NotTaken): void;
  /** Something happened that may help (signed in, awake again): the next call tries at once. A pause that Amazon asked for stays. */
  tryNow(): void;
  /** Amazon answered a call that went out beside the pace: what waits for a sign-in tries at once. */
  answered(): void;
  /** Why calls wait; null when they do not. */
  waiting(): Omit<Wait, 'connectionId'> | null;
  /** How slowly Amazon lets calls through, and how long so many of them take, waiting included; null without a limit. */
  slowness(calls: number): Omit<Slowed, 'connectionId'> | null;
}

export interface PaceEvents {
  /** Waiting begins or ends. */
  readonly changed: () => void;
  /** What only a person could open is open again. */
  readonly opened?: () => void;
}

/** @param maxPauseMs no wait that is selected here is longer */
export function createPace(
  { monotonic, now, random }: Clock,
  { changed, opened = () => undefined }: PaceEvents,
  maxPauseMs = defaultMaxPauseMs,
): Pace {
  const bucket = createTokenBucket();
  let held: { readonly until: number; readonly why: NotTaken } | null = null;
  /** Until when Amazon asked to be left alone, whatever else happens in the meantime. */
  let notBefore = 0;
  /** How often in a row no call was taken, for the same reason. */
  let misses = 0;
  /** @returns how many ms to wait before asking again; 0 when the turn was given */
  const ask = (): number => {
    const at = monotonic();
    const until = heldUntil();
    return until > at ? until - at : bucket.take(at);
  };

  const heldUntil = (): number => Math.max(held?.until ?? 0, notBefore);
  const heldMs = (): number => Math.max(0, heldUntil() - monotonic());

  const turns = createTurns(ask);

  const isShut = (): boolean => held?.until === Infinity;

  const tryNow = (): void => {
    if (held === null || held.why.reason === 'throttled') return;
    const wasShut = isShut();
    held = { ...held, until: monotonic() };
    turns.wakeAll();
    if (wasShut) opened();
  };

  return {
    turn: (ending) => turns.take(ending, () => false),
    turnUnlessShut: (ending) => turns.take(ending, isShut),
    isShut,
    isHeld: () => heldUntil() > monotonic(),
    passed() {
      misses = 0;
      bucket.passed(monotonic());
      if (held === null || heldUntil() > monotonic()) return;
      held = null;
      changed();
    },
    holdBack(why) {
      const at = monotonic();
      // Calls that went out together are refused together: that counts once.
      const already = held !== null && held.until > at && held.why.reason === why.reason;
      const until = at + pauseFor(why, Math.min(maxPauseMs, firstPauseMs * 2 ** misses), random);
      if (!already) {
        misses += 1;
        if (why.reason === 'throttled') bucket.slowDown(at);
      }
      if (why.reason === 'throttled') notBefore = Math.max(notBefore, until);
      if (already && held !== null && held.until >= until) return;
      held = { until, why };
      // Whoever sleeps until another time, or until somebody wakes it, asks again.
      turns.wakeAll();
      changed();
    },
    tryNow,
    answered() {
      if (isShut()) tryNow();
    },
    waiting: () => (held === null ? null : waitOf(held.why, heldMs(), now())),
    slowness: (calls) => slownessOf(bucket, heldMs(), calls),
  };
}

/** @param maxMs how long a wait that is up to us may be, in ms; half of it is left to chance */
function pauseFor({ reason, retryAfterMs }: NotTaken, maxMs: number, random: () => number): number {
  if (reason === 'signIn') return Infinity;
  return retryAfterMs ?? maxMs / 2 + (random() * maxMs) / 2;
}

/** @param heldMs how long calls still wait; Infinity: for a person */
function waitOf({ reason, message }: NotTaken, heldMs: number, now: number): ReturnType<Pace['waiting']> {
  return { reason, message, until: heldMs === Infinity ? null : Math.round(now + heldMs) };
}

/** @param heldMs how long calls still wait; Infinity: for a person */
function slownessOf(bucket: TokenBucket, heldMs: number, calls: number): ReturnType<Pace['slowness']> {
  const rate = bucket.rate();
  if (rate === Infinity || heldMs === Infinity) return null;
  return {
    callsPerMinute: Math.max(1, Math.round(rate * 60_000)),
    leftMs: Math.round(heldMs + bucket.durationOf(calls)),
  };
}
