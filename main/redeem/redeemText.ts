import { CodedError } from '../../shared/errors';

export const waitsNoMore = (): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: 'This invitation does not wait here any more. Open its link or paste its ID again.',
  });

export const alreadyUnderWay = (): CodedError =>
  new CodedError({
    code: 'BAD_REQUEST',
    message: 'This invitation is being redeemed already. Wait a moment.',
    retryable: true,
  });

export const tooManyWait = (): CodedError =>
  new CodedError({
    code: 'BAD_REQUEST',
    message: 'Too many invitations wait here already. Redeem or dismiss some, then paste the rest.',
  });
