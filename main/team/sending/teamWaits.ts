import type { ErrorBody } from '../../../shared/errors';
import { unreadableRulesText } from '../../../shared/domain/team/teamText';
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

const waiting = (why: Omit<NotTaken, 'reason'>, isAway = false): NoTurn => ({
  why: { reason: 'team', ...why },
  isAway,
});

/** @param askAgainMs when it is asked again */
export const othersTurn = (holder: TurnHolder | undefined, askAgainMs: number): NoTurn =>
  waiting({
    code: 'CLAIMED_ELSEWHERE',
    message: holder === undefined ? teamWaitsText.turnJustEnded : teamWaitsText.othersTurn(holder),
    retryAfterMs: askAgainMs,
  });

/**
 * The store doesn't answer, or refuses. It is asked again at growing intervals.
 * @param isAway the connection itself found that: one failed step may be just that
 */
export const storeAway = ({ code, message }: ErrorBody, isAway = false): NoTurn =>
  waiting(
    { code, message: teamWaitsText.storeAway(message), retryAfterMs: undefined },
    // A store that refuses isn't away: without a right, nothing is sent.
    isAway && code === 'TEAM_UNREACHABLE',
  );

export const notYet = (state: 'checking' | 'copy', askAgainMs: number): NoTurn =>
  waiting({ code: 'CLAIMED_ELSEWHERE', message: teamWaitsText[state], retryAfterMs: askAgainMs });

/** What was let go before without the team waits, too: its decision was by rules that no longer count. */
export const unreadableRules = (askAgainMs: number): NoTurn =>
  waiting({ code: 'TEAM_OUTDATED', message: unreadableRulesText, retryAfterMs: askAgainMs });
