import http from 'node:http';
import https from 'node:https';
import axios, { isAxiosError, type AxiosRequestConfig } from 'axios';
import { type AdsError, connectionError, timeoutError, unreadableAnswer } from './adsError';
import type { AdsContext } from './context';

/** One call, complete but for what the connection adds: host, client id, token. */
export interface AdsRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** From the first slash after the API's address; its parts already percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** The operation's own media type: `Accept`, and `Content-Type` where there is a body (amazon-contract §3). */
  readonly mediaType: string;
  /** The AMC account the call is about, where the operation asks for one. */
  readonly accountId?: string;
  /** Sent byte for byte. */
  readonly body?: Uint8Array;
}

/** An answer of any status, unparsed. */
export interface HttpAnswer {
  readonly httpStatus: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The most a single answer may hold, in bytes. Amazon's pages are far below it. */
const maxAnswerBytes = 20 * 1024 * 1024;

/** The one place that speaks HTTP, through one axios instance. What it throws is always an AdsError. */
export interface Http {
  send(request: AdsRequest, token: string, kind: 'read' | 'change'): Promise<HttpAnswer>;
}

export function createHttp(context: AdsContext, timeoutMs: number): Http {
  const secure = context.apiUrl.startsWith('https:');
  const Agent = secure ? https.Agent : http.Agent;
  const instance = axios.create({
    adapter: 'http',
    baseURL: context.apiUrl,
    maxRedirects: 0,
    maxContentLength: maxAnswerBytes,
    // We read and judge every answer ourselves: axios parses nothing and throws at no status.
    responseType: 'text',
    transformResponse: (data: unknown) => data,
    validateStatus: () => true,
    // Over http a proxy would see the token, and http is only ever this machine. Over https the proxy of the
    // environment gets a CONNECT tunnel.
    ...(secure ? {} : { proxy: false as const }),
  });
  const agents = {
    read: new Agent({ keepAlive: true }),
    // A kept connection may just have been closed by the other side. A read is repeated then, but a change would
    // be in doubt for nothing: each change gets a connection of its own.
    change: new Agent({ keepAlive: false }),
  };

  return {
    async send(request, token, kind) {
      const connection = watchedTransport(secure);
      const signal = AbortSignal.timeout(timeoutMs);
      const config: AxiosRequestConfig = {
        method: request.method,
        url: request.path,
        headers: headersOf(context, request, token),
        signal,
        transport: connection.transport,
        [secure ? 'httpsAgent' : 'httpAgent']: agents[kind],
        ...(request.query === undefined ? {} : { params: request.query }),
        ...(request.body === undefined ? {} : { data: Buffer.from(request.body) }),
      };
      try {
        const { status, headers, data } = await instance.request<unknown>(config);
        return {
          httpStatus: status,
          headers: plainHeaders(headers),
          text: typeof data === 'string' ? data : '',
        };
      } catch (thrown) {
        // The AxiosError holds the request with its token, so it ends here.
        throw signal.aborted
          ? timeoutError(connection.reached(), timeoutMs / 1000)
          : failureOf(thrown, connection.reached());
      }
    },
  };
}

/**
 * Node's own transport, which also remembers whether a connection was ever open. Node holds the request back until
 * then (with TLS: until the certificate was accepted), so "never open" is the proof that nothing was sent.
 */
function watchedTransport(secure: boolean): { transport: object; reached: () => boolean } {
  let reached = false;
  const transport = {
    request(
      options: https.RequestOptions,
      onAnswer: (answer: http.IncomingMessage) => void,
    ): http.ClientRequest {
      const request = (secure ? https : http).request(options, onAnswer);
      request.once('socket', (socket) => {
        if (!socket.connecting) reached = true;
        else socket.once(secure ? 'secureConnect' : 'connect', () => (reached = true));
      });
      return request;
    },
  };
  return { transport, reached: () => reached };
}

/** Header names and who needs them: amazon-contract §3. */
function headersOf(context: AdsContext, request: AdsRequest, token: string): Record<string, string> {
  return {
    Accept: request.mediaType,
    Authorization: `Bearer ${token}`,
    'Amazon-Advertising-API-ClientId': context.clientId,
    'User-Agent': 'AMC-Access-Manager',
    ...(request.accountId === undefined ? {} : { 'Amazon-Ads-AccountId': request.accountId }),
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

/** An error without any part of the request. */
function failureOf(thrown: unknown, reached: boolean): AdsError {
  const code = isAxiosError(thrown) ? thrown.code : undefined;
  // axios: an answer cut off, too long or badly compressed; Node: bytes that are no HTTP (HPE_…).
  if (code === 'ERR_BAD_RESPONSE' || code?.startsWith('HPE_') === true)
    return unreadableAnswer({ words: code });
  return connectionError(reached, code);
}
