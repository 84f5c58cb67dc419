import { networkProblem, proxyRefused, webPageInstead } from '../network/networkTrouble';
import { BusyError } from '../network/retryAfter';
import { CodedError, toErrorBody, type ErrorBody, type ErrorCode } from '../../shared/errors';
import { amazonAdsErrorText } from './amazonAdsErrorText';

/**
 * What is certain about a call that failed:
 * - `notSent`: it never reached Amazon, so nothing changed there.
 * - `refused`: Amazon answered and said no (4xx), so nothing changed there. A 4xx in a form other than Amazon's own doesn't
 * count,
 * except for those that can't follow a request that was carried out.
 * - `unknown`: the request was sent, and whether Amazon acted on it can't be determined.
 */
export type Outcome = 'notSent' | 'refused' | 'unknown';

/** The only error a call to Amazon ends with. It contains no part of the request, so it can't contain a token. */
export class AdsError extends CodedError {
  readonly outcome: Outcome;
  readonly httpStatus: number | undefined;
  /** How long Amazon asks to wait, in ms, if it says. */
  readonly retryAfterMs: number | undefined;
  /** Whether the answer had Amazon's own form. Otherwise it may come from something in between. */
  readonly fromAmazon: boolean;

  constructor(
    body: ErrorBody,
    facts: {
      outcome: Outcome;
      httpStatus?: number;
      retryAfterMs?: number | undefined;
      fromAmazon?: boolean | undefined;
    },
  ) {
    super(body);
    this.outcome = facts.outcome;
    this.fromAmazon = facts.fromAmazon ?? false;
    this.httpStatus = facts.httpStatus;
    this.retryAfterMs = facts.retryAfterMs;
  }
}

/** What Amazon's answer said besides its status. */
export interface AnswerFacts {
  readonly requestId?: string | undefined;
  /** Amazon's own text, without markup or secrets. */
  readonly errorText?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  /** See AdsError. */
  readonly fromAmazon?: boolean | undefined;
}

/** The error of an answer with a status other than 2xx (statuses: amazon-api §3, §5). */
export function statusError(
  httpStatus: number,
  { requestId, errorText, retryAfterMs, fromAmazon }: AnswerFacts,
): AdsError {
  const facts = { httpStatus, retryAfterMs, fromAmazon };
  if (fromAmazon === false) {
    if (saysNotPassedOn.has(httpStatus)) {
      const message = httpStatus === 407 ? proxyRefused(407) : webPageInstead('Amazon');
      const body = {
        code: 'NETWORK',
        message,
        retryable: true,
        ...amazonFacts(requestId, errorText),
      } as const;
      return new AdsError(body, { ...facts, outcome: 'notSent' });
    }
    if (httpStatus >= 400 && httpStatus < 500 && !saysNotDone.has(httpStatus)) {
      const message = amazonAdsErrorText.notAmazons(String(httpStatus));
      const body = {
        code: 'UNREADABLE_ANSWER',
        message,
        retryable: true,
        ...amazonFacts(requestId, errorText),
      } as const;
      return new AdsError(body, { ...facts, outcome: 'unknown' });
    }
  }
  const { code, message, retryable } = meaningOf(httpStatus);
  const outcome = httpStatus >= 400 && httpStatus < 500 ? 'refused' : 'unknown';
  return new AdsError(
    { code, message, retryable, ...amazonFacts(requestId, errorText) },
    { ...facts, outcome },
  );
}

/**
 * The proxy requires authentication (RFC 9110 §15.5.8), or the network does (RFC 6585 §6): both answer in Amazon's place before
 * they pass anything on.
 */
const saysNotPassedOn: ReadonlySet<number> = new Set([407, 511]);

/**
 * Statuses that can't follow a request that was carried out, no matter who sends them: it lacks valid credentials, or there are too
 * many (Amazon's front servers answer 429 with a page, amazon-api §5). Any other refusal in a form that isn't Amazon's may be the
 * page of a filter that replaced Amazon's answer.
 */
const saysNotDone: ReadonlySet<number> = new Set([401, 429]);

/** The error of a 2xx answer that is not what Amazon documents. */
export const unreadableAnswer = (facts: AnswerFacts & { httpStatus?: number; message?: string }): AdsError =>
  new AdsError(
    {
      code: 'UNREADABLE_ANSWER',
      message: facts.message ?? amazonAdsErrorText.unreadable,
      retryable: true,
      ...amazonFacts(facts.requestId, facts.errorText),
    },
    {
      outcome: 'unknown',
      fromAmazon: facts.fromAmazon,
      ...(facts.httpStatus === undefined ? {} : { httpStatus: facts.httpStatus }),
    },
  );

/**
 * The error of a call that got no answer.
 * @param reached whether a connection to Amazon was open, so that the request may have been sent
 * @param systemCode the operating system's error code, such as ECONNREFUSED
 */
export function connectionError(reached: boolean, systemCode: string | undefined): AdsError {
  const message = reached ? amazonAdsErrorText.broke : networkProblem(systemCode, 'Amazon');
  return new AdsError(
    { code: 'NETWORK', message, retryable: true, ...amazonFacts(undefined, systemCode) },
    { outcome: reached ? 'unknown' : 'notSent' },
  );
}

/** The error of a call that the network's proxy didn't let through. */
export const proxyError = (status: number): AdsError =>
  new AdsError(
    { code: 'NETWORK', message: proxyRefused(status), retryable: true, details: `proxy ${String(status)}` },
    { outcome: 'notSent' },
  );

/** The error of a call that took too long. `reached` as in `connectionError`. */
export const timeoutError = (reached: boolean, seconds: number): AdsError =>
  new AdsError(
    {
      code: 'TIMEOUT',
      message: amazonAdsErrorText.noAnswer(String(seconds)),
      retryable: true,
    },
    { outcome: reached ? 'unknown' : 'notSent' },
  );

/** The error of a call for which no token could be obtained: whatever the cause, Amazon saw nothing. */
export const notSent = (thrown: unknown): AdsError =>
  new AdsError(toErrorBody(thrown), {
    outcome: 'notSent',
    retryAfterMs: thrown instanceof BusyError ? thrown.retryAfterMs : undefined,
  });

function meaningOf(httpStatus: number): { code: ErrorCode; message: string; retryable: boolean } {
  switch (httpStatus) {
    case 401:
      return {
        code: 'UNAUTHORIZED',
        message: amazonAdsErrorText.unauthorized,
        retryable: true,
      };
    case 403:
      return {
        code: 'FORBIDDEN',
        message: amazonAdsErrorText.forbidden,
        retryable: false,
      };
    case 404:
      return {
        code: 'NOT_FOUND',
        message: amazonAdsErrorText.notFound,
        retryable: false,
      };
    case 429:
      return {
        code: 'THROTTLED',
        message: amazonAdsErrorText.throttled,
        retryable: true,
      };
  }
  if (httpStatus >= 400 && httpStatus < 500) {
    return {
      code: 'BAD_REQUEST',
      message: amazonAdsErrorText.badRequest,
      retryable: false,
    };
  }
  if (httpStatus >= 500) {
    return {
      code: 'AMAZON_ERROR',
      message: amazonAdsErrorText.failed(String(httpStatus)),
      retryable: true,
    };
  }
  return {
    code: 'AMAZON_ERROR',
    message: amazonAdsErrorText.unexpected(String(httpStatus)),
    retryable: false,
  };
}

const amazonFacts = (requestId: string | undefined, errorText: string | undefined): Partial<ErrorBody> => ({
  ...(requestId === undefined ? {} : { requestId }),
  ...(errorText === undefined ? {} : { details: errorText }),
});
