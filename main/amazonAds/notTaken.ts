import type { WaitReason } from '../../shared/domain/outbox/run';
import { toErrorBody, type ErrorCode } from '../../shared/errors';
import { AdsError } from './adsError';

/** A call that certainly changed nothing at Amazon, and can be sent again once the cause is gone. */
export interface NotTaken {
  readonly reason: WaitReason;
  readonly code: ErrorCode;
  /** One sentence for people. */
  readonly message: string;
  /** How long Amazon asks to wait, in ms, if it says. */
  readonly retryAfterMs: number | undefined;
}

/**
 * Why a call wasn't accepted, or null if it was, may have been, or never will be.
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
  // A token couldn't be obtained because of the sign-in server, or of a page in its place. All calls share that cause.
  if (facts?.outcome !== 'notSent' || code === 'NOT_FOUND') return null;
  return because(code === 'THROTTLED' ? 'throttled' : 'unreachable');
}

/** Fixed by signing in again, or by unlocking the keychain. */
const signInCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'SIGN_IN_REQUIRED',
  'SIGN_IN_REJECTED',
  'UNAUTHORIZED',
  'KEYCHAIN_LOCKED',
  'SECRET_MISSING',
  'OTHER_HOSTS',
]);

/** Temporary errors. */
const passingCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['NETWORK', 'TIMEOUT']);
