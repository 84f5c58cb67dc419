import type { WaitReason } from '../../shared/domain/outbox/run';
import { toErrorBody, type ErrorCode } from '../../shared/errors';
import { AdsError } from './adsError';

/** A call that certainly changed nothing at Amazon, and can go out again when the reason has passed. */
export interface NotTaken {
  readonly reason: WaitReason;
  readonly code: ErrorCode;
  /** One sentence for people. */
  readonly message: string;
  /** How long Amazon asks to wait, in ms, where it said so. */
  readonly retryAfterMs: number | undefined;
}

/**
 * Why a call was not taken, or null when it was, may have been, or never will be.
 * @param kind a call that only reads changes nothing, however it ended
 */
export function notTaken(thrown: unknown, kind: 'read' | 'change'): NotTaken | null {
  const { code, message } = toErrorBody(thrown);
  const facts = thrown instanceof AdsError ? thrown : undefined;
  const because = (reason: WaitReason): NotTaken => ({
    reason,
    code,
    message,
    retryAfterMs: facts?.retryAfterMs,
  });
  if (facts?.httpStatus === 429) return because('throttled');
  if (facts?.outcome === 'unknown' && kind === 'change') return null;
  if (signInCodes.has(code)) return because('signIn');
  if (passingCodes.has(code)) return because('unreachable');
  // Whatever kept a token from being had: trouble of the sign-in's server, or of a page in its place. All calls share that.
  if (facts?.outcome !== 'notSent' || code === 'NOT_FOUND') return null;
  return because(code === 'THROTTLED' ? 'throttled' : 'unreachable');
}

/** What signing in again, or unlocking the keychain, fixes. */
const signInCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'SIGN_IN_REQUIRED',
  'SIGN_IN_REJECTED',
  'UNAUTHORIZED',
  'KEYCHAIN_LOCKED',
  'SECRET_MISSING',
  'OTHER_HOSTS',
]);

/** What passes by itself. */
const passingCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['NETWORK', 'TIMEOUT']);
