import { mailboxKey } from '../../../shared/domain/invitation/person';
import { roleName } from '../../../shared/domain/invitation/role';
import { CodedError, type ErrorBody, type ErrorCode } from '../../../shared/errors';
import { withoutUndefined } from '../../../shared/util/withoutUndefined';
import { isWholeAddress } from '../../access/refresh/evidence';
import type { AdsInvitation } from '../../amazonAds/answers';
import type { AdsRefusal, ChangeAnswer } from '../../amazonAds/changeAnswer';
import type { ChangedUser } from '../../amazonAds/users/userChanges';
import type { JournalOperation } from '../journal/append';
import type { Settlement } from '../journal/write';
import { sendingErrorText } from './sendingErrorText';

/**
 * What Amazon's answer says about each invited person. A success is matched by address and role, a refusal by its identifier,
 * never by order (amazon-api §2). A person who isn't named, or is named in more than one way, is in doubt, unless there are
 * exactly as many refusals without a name: then they apply.
 */
export const settleCreate = (
  operations: readonly JournalOperation[],
  answer: ChangeAnswer<AdsInvitation>,
): Settlement[] =>
  settleMatched(operations, answer, {
    isSuccessOf: (operation, { emailAddress = '', role = operation.role }) =>
      mailboxKey(emailAddress) === mailboxKey(operation.emailAddress) &&
      role.toLowerCase() === operation.role.toLowerCase(),
    isRefusalOf: (operation, { identifier = '' }) =>
      mailboxKey(identifier) === mailboxKey(operation.emailAddress),
    // A full address that wasn't requested belongs to someone else.
    namesNobody: ({ identifier }) => !isWholeAddress(identifier),
    insteadOf: (operation, { emailAddress = '', role }) =>
      mailboxKey(emailAddress) === mailboxKey(operation.emailAddress) && role !== undefined
        ? sendingErrorText.otherRole(roleName(role), roleName(operation.role))
        : undefined,
    invitationOf: ({ invitationId }) => invitationId,
  });

/** The invitations that an answer confirms without saying whose they are: a list may show it later. */
export const unclaimedIn = ({ successes }: ChangeAnswer<AdsInvitation>): string[] => [
  ...new Set(
    successes.flatMap(({ invitationId, emailAddress }) =>
      isWholeAddress(emailAddress) ? [] : [invitationId],
    ),
  ),
];

/** Like `settleCreate`, for a revocation or resending: both lists name the invitation. */
export const settleUpdate = (
  operations: readonly JournalOperation[],
  answer: ChangeAnswer<{ readonly invitationId: string }>,
): Settlement[] =>
  settleMatched(operations, answer, {
    isSuccessOf: (operation, { invitationId }) => invitationId === operation.invitationId,
    isRefusalOf: (operation, { identifier }) => identifier === operation.invitationId,
    namesNobody: () => true,
    insteadOf: () => undefined,
    invitationOf: ({ invitationId }) => invitationId,
  });

/** Like `settleCreate`, for another role or a removal: both lists name the user ID. */
export const settleMembers = (
  operations: readonly JournalOperation[],
  answer: ChangeAnswer<ChangedUser>,
): Settlement[] =>
  settleMatched(operations, answer, {
    isSuccessOf: (operation, { userId }) => userId === operation.userId,
    isRefusalOf: (operation, { identifier }) => identifier === operation.userId,
    namesNobody: ({ identifier }) => identifier === undefined,
    insteadOf: () => undefined,
    invitationOf: () => null,
  });

interface Matching<Success> {
  readonly isSuccessOf: (operation: JournalOperation, success: Success) => boolean;
  readonly isRefusalOf: (operation: JournalOperation, refusal: AdsRefusal) => boolean;
  /** Whether a refusal without a name may apply to any of them. */
  readonly namesNobody: (refusal: AdsRefusal) => boolean;
  /** What to say about a success for the same person that isn't what was requested. */
  readonly insteadOf: (operation: JournalOperation, success: Success) => string | undefined;
  /** The invitation that a success is about; null for a member. */
  readonly invitationOf: (success: Success) => string | null;
}

function settleMatched<Success>(
  operations: readonly JournalOperation[],
  { successes, refusals, unreadable, requestId }: ChangeAnswer<Success>,
  { isSuccessOf, isRefusalOf, namesNobody, insteadOf, invitationOf }: Matching<Success>,
): Settlement[] {
  const named = operations.map((operation) => ({
    operation,
    successes: successes.filter((each) => isSuccessOf(operation, each)),
    refusals: refusals.filter((each) => isRefusalOf(operation, each)),
  }));
  const open = named.filter((each) => each.successes.length + each.refusals.length === 0);
  const taken = new Set<unknown>(named.flatMap((each) => [...each.successes, ...each.refusals]));
  const unmatched = refusals.filter((each) => !taken.has(each));
  const areTheirs =
    unmatched.length > 0 &&
    unmatched.length === open.length &&
    unmatched.every(namesNobody) &&
    unreadable === 0 &&
    successes.every((each) => taken.has(each));
  return named.map(({ operation, ...own }) => {
    if (own.successes.length + own.refusals.length > 0) {
      return settle(operation, own.successes.map(invitationOf), own.refusals, requestId);
    }
    if (areTheirs) return settle(operation, [], unmatched, requestId);
    // Amazon's text is kept, no matter who it is about.
    const details = [...new Set(unmatched.map(refusalText))].join('; ') || undefined;
    const [happened] = successes.flatMap((each) => insteadOf(operation, each) ?? []);
    const error = doubt('UNREADABLE_ANSWER', withoutUndefined({ requestId, details }), happened);
    return { operation, status: 'inDoubt', error };
  });
}

/** All operations of a call without an answer ended the same way. */
export const settleAll = (
  operations: readonly JournalOperation[],
  status: 'failed' | 'inDoubt',
  error: ErrorBody,
): Settlement[] => operations.map((operation) => ({ operation, status, error }));

/**
 * The error of an operation in doubt, from what happened to its call. Retrying doesn't help here.
 * @param happened one or more sentences; the code's own if omitted
 */
export function doubt(
  code: ErrorCode,
  amazonFacts: Pick<ErrorBody, 'requestId' | 'details'> = {},
  happened = doubtReasons[code] ?? sendingErrorText.noClearAnswer,
): ErrorBody {
  const { requestId, details } = amazonFacts;
  return new CodedError({
    code,
    message: sendingErrorText.doubt(happened),
    ...withoutUndefined({ requestId, details }),
  }).toBody();
}

const doubtReasons: Partial<Record<ErrorCode, string>> = {
  TIMEOUT: sendingErrorText.answerTimedOut,
  NETWORK: sendingErrorText.connectionEnded,
  AMAZON_ERROR: sendingErrorText.failedAtAmazon,
  UNREADABLE_ANSWER: sendingErrorText.answerUnreadable,
  INTERNAL: sendingErrorText.answerNotProcessed,
};

function settle(
  operation: JournalOperation,
  invitations: readonly (string | null)[],
  refusals: readonly AdsRefusal[],
  requestId: string | undefined,
): Settlement {
  const ids = new Set(invitations);
  const [invitationId] = ids;
  if (invitationId !== undefined && ids.size === 1 && refusals.length === 0) {
    return { operation, status: 'done', invitationId };
  }
  const details = [...new Set(refusals.map(refusalText))].join('; ');
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
  create: sendingErrorText.createRefused,
  revoke: sendingErrorText.revokeRefused,
  resend: sendingErrorText.resendRefused,
  setRole: sendingErrorText.setRoleRefused,
  removeMember: sendingErrorText.removeMemberRefused,
};

/** `errorCode: errorMessage (errorDetail)`, as far as present. */
function refusalText({ errorCode, errorMessage, errorDetail }: AdsRefusal): string {
  const text = [errorCode, errorMessage].filter(Boolean).join(': ');
  const detail = errorDetail ? `(${errorDetail})` : '';
  return [text, detail].filter(Boolean).join(' ') || sendingErrorText.noReason;
}
