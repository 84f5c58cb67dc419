import type { ErrorBody } from '../../../shared/errors';
import type { NotTaken } from '../../amazonAds/notTaken';
import type { NoTurn } from '../../outbox/sending/turns/accountTurns';
import { teamWaitsText } from './teamWaitsText';

/** Whose turn it is, as far as the store says. */
export interface TurnHolder {
  readonly name: string;
  /** It is another start of the same login. */
  readonly isOwn: boolean;
  readonly sent: number;
  readonly total: number;
}

const waiting = (why: Omit<NotTaken, 'reason'>): NoTurn => ({ why: { reason: 'team', ...why } });

/** @param askAgainMs when it is asked again */
export const othersTurn = (holder: TurnHolder | undefined, askAgainMs: number): NoTurn =>
  waiting({
    code: 'CLAIMED_ELSEWHERE',
    message: holder === undefined ? teamWaitsText.turnJustEnded : teamWaitsText.othersTurn(holder),
    retryAfterMs: askAgainMs,
  });

/** The store doesn't answer, or refuses. It is asked again at growing intervals. */
export const storeAway = ({ code, message }: ErrorBody): NoTurn =>
  waiting({ code, message: teamWaitsText.storeAway(message), retryAfterMs: undefined });

export const notYet = (state: 'checking' | 'copy', askAgainMs: number): NoTurn =>
  waiting({ code: 'CLAIMED_ELSEWHERE', message: teamWaitsText[state], retryAfterMs: askAgainMs });
