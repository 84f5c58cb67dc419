import type { ErrorBody } from '../../../shared/errors';
import { formatMoment } from '../../../shared/text/formats';
import { teamWaitsText } from './teamWaitsText';

/** A claim that keeps a person from being claimed, as the store says. */
export interface ClaimObstacle {
  /** The claim that couldn't be made. */
  readonly requestedId: string;
  readonly claimId: string;
  readonly state: 'claimed' | 'sending' | 'inDoubt' | 'done';
  readonly startId: string;
  readonly generation: number;
  /** Of who claimed. */
  readonly name: string;
  /** It is the same login. */
  readonly isOwn: boolean;
  /** When it was made or settled, ms since 1970. */
  readonly at: number;
}

/** Why nothing is sent for a person. */
export const reasonOf = ({ state, name, isOwn, at }: ClaimObstacle): ErrorBody =>
  state === 'done'
    ? {
        code: 'ALREADY_INVITED',
        message: teamWaitsText.invitedBy(name, isOwn, formatMoment(at)),
        retryable: true,
      }
    : { code: 'CLAIMED_ELSEWHERE', message: teamWaitsText.beingChanged(name, isOwn), retryable: true };
