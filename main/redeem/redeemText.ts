import { CodedError } from '../../shared/errors';

export const waitsNoMore = (): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: 'This invitation is no longer waiting here. Open its link or paste its ID again.',
  });

export const alreadyUnderWay = (): CodedError =>
  new CodedError({
    code: 'BAD_REQUEST',
    message: 'This invitation is already being redeemed. Wait a moment.',
    retryable: true,
  });

export const tooManyWait = (): CodedError =>
  new CodedError({
    code: 'BAD_REQUEST',
    message: 'Too many invitations are waiting here. Redeem or dismiss some, then paste the rest.',
  });
