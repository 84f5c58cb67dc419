import { directAgents, type AgentFor } from '../../network/agents';
import { looksLikeWebPage, webPageInstead } from '../../network/networkTrouble';
import { parseRetryAfter } from '../../network/retryAfter';
import { createAmazonsClock } from './amazonsClock';
import type { AdsContext } from './context';
import { AdsError, notSent, statusError, unreadableAnswer } from '../adsError';
import { amazonErrorText, requestIdOf } from './errorBody';
import { createHttp, type AdsRequest, type HttpAnswer } from './http';
import type { Observe } from '../observing/observations';
import { withRetries, type Pause, type Random } from '../pacing/retry';

/** A 2xx answer. */
export interface AdsAnswer {
  readonly httpStatus: number;
  /** Amazon's request ID, for its support. */
  readonly requestId: string | undefined;
  /** The parsed JSON, not validated yet. An empty object if there was nothing to read. */
  readonly body: unknown;
  /** The body's text if it has the form of one of Amazon's errors, which also come with a 2xx status. */
  readonly errorText?: string | undefined;
}

/** A call that may change something. */
export type AdsChange = AdsRequest & {
  readonly body: Uint8Array;
  /** According to its document Amazon answers with only a status. */
  readonly answersNothing?: true;
  /** Doing it twice is harmless, so after a 401 it is sent again with a fresh token. */
  readonly harmlessTwice?: true;
};

/** One connection's access to Amazon. Every failure of its methods is an AdsError. */
export interface AdsClient {
  /**
   * A call that changes nothing at Amazon. Repeated up to three times if Amazon is busy or failing or there is no connection, and
   * once with a fresh token after a 401.
   */
  read(request: AdsRequest): Promise<AdsAnswer>;
  /** The same, sent once, and again with a fresh token after a 401: for callers that pace their own calls (pacedReads.ts). */
  readOnce(request: AdsRequest): Promise<AdsAnswer>;
  /** A call that may change something: sent only once, unless it declares that doing it twice is harmless. */
  change(request: AdsChange): Promise<AdsAnswer>;
  /** The earliest time Amazon's own clock can show now, ms since 1970; undefined before the first answer. */
  amazonsTime(): number | undefined;
}

export interface ClientOptions {
  /** ms per attempt, first byte out to last byte in. Amazon's slowest answers take 30 s (amazon-api §5). */
  readonly timeoutMs?: number;
  /** The network route to Amazon; if omitted, direct. */
  readonly agentFor?: AgentFor;
  /** Takes note of what each answer looks like. */
  readonly observe?: Observe;
  readonly pause?: Pause;
  readonly random?: Random;
}

/** Creates the client of one connection. Its token, client ID and host can never be another connection's. */
export function createAdsClient(context: AdsContext, options: ClientOptions = {}): AdsClient {
  const http = createHttp(context, options.timeoutMs ?? 35_000, options.agentFor ?? directAgents);
  const clock = createAmazonsClock();
  let refusedToken: string | undefined;

  /** A token Amazon hasn't refused yet; a refused one is renewed once, however many calls got the 401. */
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
    const body = parseJson(answer.text);
    options.observe?.(request, answer, body);
    const understandable = understood(answer, body, { token, mayBeEmpty: 'answersNothing' in request });
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

/** @throws AdsError unless the answer is 2xx with a JSON object or, where allowed, empty */
function understood(
  { httpStatus, headers, text }: HttpAnswer,
  body: unknown,
  { token, mayBeEmpty }: { readonly token: string; readonly mayBeEmpty: boolean },
): AdsAnswer {
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

/** The value, or undefined if the text isn't JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
