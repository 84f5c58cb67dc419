import { mailboxKey } from '../../shared/domain/person';
import { CodedError, type ErrorBody, type ErrorCode } from '../../shared/errors';
import { withoutUndefined } from '../../shared/withoutUndefined';
import type { AdsInvitation } from '../amazonAds/answers';
import type { AdsRefusal, ChangeAnswer } from '../amazonAds/invitationChanges';
import type { JournalOperation } from './journal';
import type { Settlement } from './journalSteps';

/**
 * What Amazon's answer says about each person invited. A success is matched by address and role, a refusal by
 * its identifier, never by order (amazon-contract §2). Who is not named, or named in more than one way, is in doubt.
 */
export const settleCreate = (
  operations: readonly JournalOperation[],
  answer: ChangeAnswer<AdsInvitation>,
): Settlement[] =>
  operations.map((operation) => {
    const key = mailboxKey(operation.emailAddress);
    const successes = answer.successes.filter(
      ({ emailAddress = '', role = operation.role }) =>
        mailboxKey(emailAddress) === key && role.toLowerCase() === operation.role.toLowerCase(),
    );
    const refusals = answer.refusals.filter(({ identifier = '' }) => mailboxKey(identifier) === key);
    return settle(operation, successes, refusals, answer.requestId);
  });

/** As `settleCreate`, for a revocation or resending: both lists name the invitation. */
export const settleUpdate = (
  operations: readonly JournalOperation[],
  answer: ChangeAnswer<{ readonly invitationId: string }>,
): Settlement[] =>
  operations.map((operation) => {
    const successes = answer.successes.filter(({ invitationId }) => invitationId === operation.invitationId);
    const refusals = answer.refusals.filter(({ identifier }) => identifier === operation.invitationId);
    return settle(operation, successes, refusals, answer.requestId);
  });

/** All operations of a call that did not come to an answer ended alike. */
export const settleAll = (
  operations: readonly JournalOperation[],
  status: 'failed' | 'inDoubt',
  error: ErrorBody,
): Settlement[] => operations.map((operation) => ({ operation, status, error }));

/** The error of an operation in doubt, from what happened to its call. Trying again is no remedy here. */
export function doubt(code: ErrorCode, said: Pick<ErrorBody, 'requestId' | 'details'> = {}): ErrorBody {
  const { requestId, details } = said;
  const happened = doubtReasons[code] ?? 'No clear answer came.';
  return new CodedError({
    code,
    message: `${happened} It may or may not have been done. Amazon’s list is read to find out; until that is settled it is not sent again.`,
    ...withoutUndefined({ requestId, details }),
  }).toBody();
}

const doubtReasons: Partial<Record<ErrorCode, string>> = {
  TIMEOUT: 'Amazon did not answer in time.',
  NETWORK: 'The connection ended before Amazon’s answer came.',
  AMAZON_ERROR: 'Something failed at Amazon while it worked on this.',
  UNREADABLE_ANSWER: 'Amazon’s answer cannot be read or does not say what became of this.',
  INTERNAL: 'The app could not take in Amazon’s answer.',
};

function settle(
  operation: JournalOperation,
  successes: readonly { readonly invitationId: string }[],
  refusals: readonly AdsRefusal[],
  requestId: string | undefined,
): Settlement {
  const ids = new Set(successes.map(({ invitationId }) => invitationId));
  const [invitationId] = ids;
  if (invitationId !== undefined && ids.size === 1 && refusals.length === 0) {
    return { operation, status: 'done', invitationId };
  }
  const details = refusals.map(wordsOf).join('; ');
  if (ids.size === 0 && refusals.length > 0) {
    const error = new CodedError({
      code: 'BAD_REQUEST',
      message: refused[operation.kind],
      details,
      ...withoutUndefined({ requestId }),
    });
    return { operation, status: 'failed', error: error.toBody() };
  }
  return {
    operation,
    status: 'inDoubt',
    error: doubt('UNREADABLE_ANSWER', withoutUndefined({ requestId, details: details || undefined })),
  };
}

const refused: Record<JournalOperation['kind'], string> = {
  create:
    'Amazon did not accept this invitation. Read Amazon’s reason, correct what it names and invite again.',
  revoke: 'Amazon did not revoke this invitation. Read Amazon’s reason, refresh the list and decide again.',
  resend: 'Amazon did not resend this invitation. Read Amazon’s reason, refresh the list and decide again.',
};

/** `errorCode: errorMessage (errorDetail)`, as far as they came. */
function wordsOf({ errorCode, errorMessage, errorDetail }: AdsRefusal): string {
  const words = [errorCode, errorMessage].filter(Boolean).join(': ');
  const detail = errorDetail ? `(${errorDetail})` : '';
  return [words, detail].filter(Boolean).join(' ') || 'Amazon gave no reason.';
}
