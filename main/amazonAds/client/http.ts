import http from 'node:http';
import https from 'node:https';
import axios, { isAxiosError, type AxiosRequestConfig } from 'axios';
import type { AgentFor } from '../../network/agents';
import { AdsError, connectionError, notSent, proxyError, timeoutError, unreadableAnswer } from '../adsError';
import type { AdsContext } from './context';

/** One call, complete except for what the connection adds: host, client ID, token. */
export interface AdsRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** From the first slash after the API's address; its parts are already percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** The operation's own media type: `Accept`, and `Content-Type` if there is a body (amazon-api §3). */
  readonly mediaType: string;
  /** The AMC account of the call, if the operation requires one. */
  readonly accountId?: string;
  /** The AMC account and its marketplace, for operations that name them in the headers of the older AMC API (amazon-api §9). */
  readonly advertiser?: { readonly accountId: string; readonly marketplaceId: string };
  /** The answer's media type if it differs from the request's. */
  readonly accept?: string;
  /** Sent byte for byte. */
  readonly body?: Uint8Array;
}

/** An answer of any status, unparsed. */
export interface HttpAnswer {
  readonly httpStatus: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Max size of a single answer, in bytes. Amazon's pages are far smaller. */
const maxAnswerBytes = 20 * 1024 * 1024;

/** The only place that speaks HTTP, through one axios instance. It only throws AdsErrors. */
export interface Http {
  send(request: AdsRequest, token: string, kind: 'read' | 'change'): Promise<HttpAnswer>;
}

export function createHttp(context: AdsContext, timeoutMs: number, agentFor: AgentFor): Http {
  const secure = context.apiUrl.startsWith('https:');
  const instance = axios.create({
    adapter: 'http',
    baseURL: context.apiUrl,
    maxRedirects: 0,
    maxContentLength: maxAnswerBytes,
    // We read and interpret every answer ourselves: axios parses nothing and throws on no status.
    responseType: 'text',
    transformResponse: (data: unknown) => data,
    validateStatus: () => true,
    // The agents know the system's proxy; axios would take one from the environment instead.
    proxy: false,
  });

  return {
    async send(request, token, kind) {
      // The other side may just have closed a kept-alive connection. A read is repeated in that case, but a change would be in
      // doubt for nothing, so each change gets its own connection.
      const agent = await agentFor(context.apiUrl, kind === 'read' ? 'kept' : 'single').catch(failNotSent);
      const connection = watchedTransport(secure);
      const signal = AbortSignal.timeout(timeoutMs);
      const config: AxiosRequestConfig = {
        method: request.method,
        url: request.path,
        headers: headersOf(context, request, token),
        signal,
        transport: connection.transport,
        [secure ? 'httpsAgent' : 'httpAgent']: agent,
        ...(request.query === undefined ? {} : { params: request.query }),
        ...(request.body === undefined ? {} : { data: Buffer.from(request.body) }),
      };
      try {
        const { status, headers, data } = await instance.request<unknown>(config);
        const proxyStatus = connection.refusedByProxy();
        if (proxyStatus !== undefined) throw proxyError(proxyStatus);
        return {
          httpStatus: status,
          headers: plainHeaders(headers),
          text: typeof data === 'string' ? data : '',
        };
      } catch (thrown) {
        if (thrown instanceof AdsError) throw thrown;
        // The AxiosError contains the request with its token, so it must not go further.
        throw signal.aborted
          ? timeoutError(connection.reached(), timeoutMs / 1000)
          : failureOf(thrown, connection.reached());
      }
    },
  };
}

/**
 * Node's own transport, which also records whether a connection was ever open. Node holds the request back until then (with TLS:
 * until the certificate was accepted), so "never open" proves that nothing was sent.
 */
function watchedTransport(secure: boolean): {
  readonly transport: object;
  readonly reached: () => boolean;
  /** The proxy's status if it let nothing through; the body is then its page, not Amazon's answer. */
  readonly refusedByProxy: () => number | undefined;
} {
  let reached = false;
  let refusedByProxy: number | undefined;
  const transport = {
    request(
      options: https.RequestOptions,
      onAnswer: (answer: http.IncomingMessage) => void,
    ): http.ClientRequest {
      const request = (secure ? https : http).request(options, onAnswer);
      request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
        if (statusCode !== 200) refusedByProxy = statusCode;
      });
      request.once('socket', (socket) => {
        if (request.reusedSocket) reached = true;
        else socket.once(secure ? 'secureConnect' : 'connect', () => (reached = true));
      });
      return request;
    },
  };
  return { transport, reached: () => reached, refusedByProxy: () => refusedByProxy };
}

/** Header names and where they are required: amazon-api §3. */
function headersOf(context: AdsContext, request: AdsRequest, token: string): Record<string, string> {
  return {
    Accept: request.accept ?? request.mediaType,
    Authorization: `Bearer ${token}`,
    'Amazon-Advertising-API-ClientId': context.clientId,
    'User-Agent': 'AMC-Access-Manager',
    ...(request.accountId === undefined ? {} : { 'Amazon-Ads-AccountId': request.accountId }),
    ...(request.advertiser === undefined
      ? {}
      : {
          'Amazon-Advertising-API-AdvertiserId': request.advertiser.accountId,
          'Amazon-Advertising-API-MarketplaceId': request.advertiser.marketplaceId,
        }),
    ...(request.body === undefined ? {} : { 'Content-Type': request.mediaType }),
  };
}

function plainHeaders(headers: object): Headers {
  const plain = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') plain.set(name, value);
  }
  return plain;
}

function failNotSent(thrown: unknown): never {
  throw notSent(thrown);
}

/** An error without any part of the request. */
function failureOf(thrown: unknown, reached: boolean): AdsError {
  const code = isAxiosError(thrown) ? thrown.code : undefined;
  // axios: an answer cut off, too long or badly compressed; Node: bytes that aren't HTTP (HPE_…).
  if (code === 'ERR_BAD_RESPONSE' || code?.startsWith('HPE_') === true)
    return unreadableAnswer({ errorText: code });
  return connectionError(reached, code);
}
