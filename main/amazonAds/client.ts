import { directAgents, type AgentFor } from '../network/agents';
import { looksLikeWebPage, webPageInstead } from '../network/networkTrouble';
import { parseRetryAfter } from '../network/retryAfter';
import { createAmazonsClock } from './amazonsClock';
import type { AdsContext } from './context';
import { AdsError, notSent, statusError, unreadableAnswer } from './adsError';
import { amazonErrorText, requestIdOf } from './errorBody';
import { createHttp, type AdsRequest, type HttpAnswer } from './http';
import { withRetries, type Pause, type Random } from './pacing/retry';

/** A 2xx answer. */
export interface AdsAnswer {
  readonly httpStatus: number;
  /** Amazon's request id, for its support. */
  readonly requestId: string | undefined;
  /** The parsed JSON; nothing about its shape is checked yet. An empty object where there was nothing to read. */
  readonly body: unknown;
  /** What the body says where it has the form of one of Amazon's errors, which come with a 2xx status too. */
  readonly errorText?: string | undefined;
}

/** A call that may change something. */
export type AdsChange = AdsRequest & {
  readonly body: Uint8Array;
  /** By its document Amazon answers with a status alone. */
  readonly answersNothing?: true;
  /** Doing it twice is harmless, so after a 401 it is sent once more with a fresh token. */
  readonly harmlessTwice?: true;
};

/** The way to Amazon of one connection. Every failure of its methods is an AdsError. */
export interface AdsClient {
  /**
   * A call that changes nothing at Amazon. Repeated up to three times when Amazon is busy or failing or there is
   * no connection, and once with a fresh token after a 401.
   */
  read(request: AdsRequest): Promise<AdsAnswer>;
  /** The same, sent once, and once more with a fresh token after a 401: for whoever paces its calls (pacedReads.ts). */
  readOnce(request: AdsRequest): Promise<AdsAnswer>;
  /** A call that may change something: sent once, whatever happens, unless it says that doing it twice is harmless. */
  change(request: AdsChange): Promise<AdsAnswer>;
  /** The earliest that Amazon's own clock can show right now, ms since 1970; undefined before an answer told. */
  amazonsTime(): number | undefined;
}

export interface ClientOptions {
  /** ms for one try, first byte out to last byte in. Amazon's slowest answers take 30 s (amazon-api §5). */
  readonly timeoutMs?: number;
  /** The way out to Amazon; without it, directly. */
  readonly agentFor?: AgentFor;
  readonly pause?: Pause;
  readonly random?: Random;
}

/** Makes the client of one connection. Its token, client id and host can never be another connection's. */
export function createAdsClient(context: AdsContext, options: ClientOptions = {}): AdsClient {
  const http = createHttp(context, options.timeoutMs ?? 35_000, options.agentFor ?? directAgents);
  const clock = createAmazonsClock();
  let refusedToken: string | undefined;

  /** A token Amazon has not refused yet; the refused one is renewed once, however many calls ran into the 401. */
  async function usableToken(): Promise<string> {
    try {
      const token = await context.getToken();
      return token === refusedToken ? await context.getToken({ renew: true }) : token;
    } catch (thrown) {
      throw notSent(thrown);
    }
  }

  async function sendOnce(request: AdsRequest | AdsChange, kind: 'read' | 'change'): Promise<AdsAnswer> {
    const token = await usableToken();
    const answer = await http.send(request, token, kind);
    if (answer.httpStatus === 401) refusedToken = token;
    const understandable = understood(answer, token, 'answersNothing' in request);
    clock.readDateHeader(answer.headers.get('date'));
    return understandable;
  }

  async function sendWithFreshToken(
    request: AdsRequest | AdsChange,
    kind: 'read' | 'change',
  ): Promise<AdsAnswer> {
    try {
      return await sendOnce(request, kind);
    } catch (error) {
      if (!(error instanceof AdsError) || error.httpStatus !== 401) throw error;
      return sendOnce(request, kind);
    }
  }

  const readOnce = (request: AdsRequest): Promise<AdsAnswer> => sendWithFreshToken(request, 'read');

  return {
    read: (request) => withRetries(() => readOnce(request), options),
    readOnce,
    change: (request) => (request.harmlessTwice ? sendWithFreshToken : sendOnce)(request, 'change'),
    amazonsTime: clock.now,
  };
}

/** @throws AdsError unless the answer is 2xx with a JSON object or, where that is in order, with nothing */
function understood(answer: HttpAnswer, token: string, mayBeEmpty: boolean): AdsAnswer {
  const { httpStatus, headers, text } = answer;
  const body = parseJson(text);
  const requestId = requestIdOf(headers, body);
  if (httpStatus < 200 || httpStatus > 299) {
    const retryAfterMs = parseRetryAfter(headers.get('retry-after'), Date.now());
    const fromAmazon = isObject(body) || requestId !== undefined;
    throw statusError(httpStatus, {
      ...{ requestId, retryAfterMs, fromAmazon },
      errorText: amazonErrorText(text, body, token),
    });
  }
  if (mayBeEmpty && text.trim() === '') return { httpStatus, requestId, body: {} };
  if (!isObject(body)) {
    const facts = { httpStatus, requestId, errorText: amazonErrorText(text, body, token) };
    throw unreadableAnswer(looksLikeWebPage(text) ? { ...facts, message: webPageInstead('Amazon') } : facts);
  }
  return { httpStatus, requestId, body, errorText: amazonErrorText('', body, token) };
}

const isObject = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

/** The value, or undefined where the text is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
