import type { Slowed, Wait } from '../../../shared/domain/outbox/run';
import type { NotTaken } from '../notTaken';
import { createTokenBucket, type TokenBucket } from './tokenBucket';
import { createTurns } from './turns';

/** Max wait that we decide ourselves, in ms, unless specified; Amazon may ask for a longer one. */
const defaultMaxPauseMs = 30_000;
const firstPauseMs = 1000;

export interface Clock {
  /** ms of a clock that never jumps. */
  readonly monotonic: () => number;
  /** ms since 1970, to be shown. */
  readonly now: () => number;
  /** From 0 up to but excluding 1. */
  readonly random: () => number;
}

/** When the calls of one connection may be sent. A problem with one connection doesn't affect the others. */
export interface Pace {
  /** Resolves with true when a call may be sent, with false once `ending` is aborted. */
  turn(ending: AbortSignal): Promise<boolean>;
  /** Like `turn`, but resolves with false as soon as only a person can help, since another connection may work. */
  turnUnlessShut(ending: AbortSignal): Promise<boolean>;
  /** Whether only a person can help. */
  isShut(): boolean;
  /** Whether calls are waiting for a time or for a person right now. */
  isHeld(): boolean;
  /** A call got through to Amazon. */
  passed(): void;
  /** A call wasn't accepted: the next ones wait. */
  holdBack(why: NotTaken): void;
  /**
   * Something happened that may help (signed in, woke up): the next call tries immediately. A pause that Amazon asked for stays.
   */
  tryNow(): void;
  /** Amazon answered a call made outside the pace: what was waiting for a sign-in or the network tries immediately. */
  answered(): void;
  /** Why calls are waiting; null if they aren't. */
  waiting(): Omit<Wait, 'connectionId'> | null;
  /** How slowly Amazon lets calls through, and how long this many take, including waiting; null without a limit. */
  slowness(calls: number): Omit<Slowed, 'connectionId'> | null;
}

export interface PaceEvents {
  /** Waiting begins or ends. */
  readonly changed: () => void;
  /** What was waiting for a person can continue. */
  readonly opened?: () => void;
}

/** @param maxPauseMs max wait that is decided here */
export function createPace(
  { monotonic, now, random }: Clock,
  { changed, opened = () => undefined }: PaceEvents,
  maxPauseMs = defaultMaxPauseMs,
): Pace {
  const bucket = createTokenBucket();
  let held: { readonly until: number; readonly why: NotTaken } | null = null;
  /** Until when Amazon asked for no calls, whatever happens in the meantime. */
  let notBefore = 0;
  /** How many times in a row a call wasn't accepted, for the same reason. */
  let misses = 0;
  /** @returns how many ms to wait before asking again; 0 if the turn was given */
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
      // Calls sent together are refused together: that counts once.
      const already = held !== null && held.until > at && held.why.reason === why.reason;
      const until = at + pauseFor(why, Math.min(maxPauseMs, firstPauseMs * 2 ** misses), random);
      if (!already) {
        // Waiting for a colleague is no failure: it must not make the pause after one longer.
        if (why.reason !== 'team' || why.retryAfterMs === undefined) misses += 1;
        if (why.reason === 'throttled') bucket.slowDown(at);
      }
      if (why.reason === 'throttled') notBefore = Math.max(notBefore, until);
      if (already && held !== null && held.until >= until) return;
      held = { until, why };
      // All waiting callers ask again.
      turns.wakeAll();
      changed();
    },
    tryNow,
    answered() {
      if (held !== null && heldUntil() > monotonic()) tryNow();
    },
    waiting: () => (held === null ? null : waitOf(held.why, heldMs(), now())),
    slowness: (calls) => slownessOf(bucket, heldMs(), calls),
  };
}

/** @param maxMs max wait that we decide, in ms; half of it is random */
function pauseFor({ reason, retryAfterMs }: NotTaken, maxMs: number, random: () => number): number {
  if (reason === 'signIn') return Infinity;
  return retryAfterMs ?? maxMs / 2 + (random() * maxMs) / 2;
}

/** @param heldMs how long calls still wait; Infinity: until a person acts */
function waitOf({ reason, message }: NotTaken, heldMs: number, now: number): ReturnType<Pace['waiting']> {
  return { reason, message, until: heldMs === Infinity ? null : Math.round(now + heldMs) };
}

/** @param heldMs how long calls still wait; Infinity: until a person acts */
function slownessOf(bucket: TokenBucket, heldMs: number, calls: number): ReturnType<Pace['slowness']> {
  const rate = bucket.rate();
  if (rate === Infinity || heldMs === Infinity) return null;
  return {
    callsPerMinute: Math.max(1, Math.round(rate * 60_000)),
    leftMs: Math.round(heldMs + bucket.durationOf(calls)),
  };
}
