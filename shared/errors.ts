import { errorsText } from './errorsText';

/** Every code that can cross the bridge. A code is for programs; the accompanying message is for people. */
export const errorCodes = [
  // the bridge itself
  'UNTRUSTED_SENDER',
  'INVALID_INPUT',
  'INPUT_TOO_LARGE',
  'INTERNAL',
  'NOT_FOUND',
  // opening the browser without a click or key press; answering Cancel in a system dialog
  'INPUT_NEEDED',
  'NOT_CONFIRMED',
  // signing in
  'SIGN_IN_DENIED',
  'SIGN_IN_CANCELLED',
  'SIGN_IN_TIMED_OUT',
  'SIGN_IN_IN_PROGRESS',
  'SIGN_IN_REQUIRED',
  'SIGN_IN_REJECTED',
  'PORT_BUSY',
  'OTHER_IDENTITY',
  'KEYCHAIN_LOCKED',
  'SECRET_MISSING',
  'OTHER_HOSTS',
  // talking to Amazon
  'FORBIDDEN',
  'BAD_REQUEST',
  'UNAUTHORIZED',
  'THROTTLED',
  'AMAZON_ERROR',
  'UNREADABLE_ANSWER',
  'NETWORK',
  'TIMEOUT',
  // the app's own data on this machine
  'DISK_FULL',
  'DATA_UNAVAILABLE',
  // another window edits the batch
  'EDITED_ELSEWHERE',
  // a file that a person asked for
  'FILE_NOT_SAVED',
  // work that never left this machine
  'NOT_SENT',
  // an operation in doubt that was settled: sent again as a new one, or known by a person not to have been done
  'SENT_AGAIN',
  'NOT_DONE',
  // nothing was sent, since Amazon's list shows that somebody else already did it
  'ALREADY_INVITED',
  // nothing was sent, since Amazon shows that the member has the role, or no access, already
  'ALREADY_DONE',
  // nothing was sent, since the account would be left without a known admin
  'LAST_ADMIN',
  // nothing was sent, since the house rule needs a second person's approval and none counts
  'NOT_APPROVED',
  // the team's database: no answer; its rights or rules say no; it is older or newer than this program understands
  'TEAM_UNREACHABLE',
  'TEAM_REFUSED',
  'TEAM_OUTDATED',
  // nothing was sent, since a colleague, or another copy of this data, is doing or did it
  'CLAIMED_ELSEWHERE',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What crosses the bridge instead of an exception. Its schema is in `errorBody.ts`, since this file is needed before any schema is. */
export interface ErrorBody {
  readonly code: ErrorCode;
  /** What happened and the remedy, in a sentence. */
  readonly message: string;
  /** Whether repeating exactly the same request can help. */
  readonly retryable: boolean;
  /** Amazon's own request id, for its support. */
  readonly requestId?: string | undefined;
  /** Amazon's own text, or the field at fault; never a secret. */
  readonly details?: string | undefined;
}

/** An answer on the bridge: exactly one of the two. */
export type Envelope<T> = { ok: T } | { error: ErrorBody };

/** The one error class of the program: thrown where something fails, turned into an envelope at the bridge. */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly requestId: string | undefined;
  readonly details: string | undefined;

  constructor(body: Omit<ErrorBody, 'retryable'> & { retryable?: boolean }) {
    super(body.message);
    this.code = body.code;
    this.retryable = body.retryable ?? false;
    this.requestId = body.requestId;
    this.details = body.details;
  }

  toBody(): ErrorBody {
    return {
      code: this.code,
      message: this.message,
      retryable: this.retryable,
      ...(this.requestId === undefined ? {} : { requestId: this.requestId }),
      ...(this.details === undefined ? {} : { details: this.details }),
    };
  }
}

/**
 * The envelope of any thrown value. Anything but a CodedError becomes INTERNAL without its text, which could contain anything.
 */
export function toErrorBody(thrown: unknown): ErrorBody {
  if (thrown instanceof CodedError) return thrown.toBody();
  return {
    code: 'INTERNAL',
    message: errorsText.internal,
    retryable: true,
  };
}
