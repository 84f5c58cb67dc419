import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerPage, type AnswerKind } from './answerPage';
import { listenOnLoopback } from './loopbackServers';

/**
 * Listens on this machine for the one request with which the browser delivers Amazon's answer; first sends the browser to Amazon.
 */
export interface LoopbackReceiver {
  readonly port: number;
  /** The parameters of the first GET /callback that carries the expected state. */
  readonly answer: Promise<URLSearchParams>;
  /**
   * A one-time address on this machine that redirects to Amazon's page, so that the page's own address, with everything that
   * belongs to this sign-in, doesn't appear on a command line. A newer link invalidates the previous one.
   */
  newLink(authorizeUrl: string): string;
  /** Returns immediately, even with open connections. */
  close(): void;
}

/**
 * Opens `http://localhost:<port>/callback` on this machine only (RFC 8252 §7.3). Requests with another state get a message and
 * waiting continues: any page in the browser can send them, so they must not end a sign-in.
 * @throws CodedError PORT_BUSY when the port isn't available.
 */
export async function openLoopbackReceiver(port: number, state: string): Promise<LoopbackReceiver> {
  let arrived: (parameters: URLSearchParams) => void = () => undefined;
  const answer = new Promise<URLSearchParams>((resolve) => {
    arrived = resolve;
  });
  let link: { readonly path: string; readonly authorizeUrl: string } | null = null;

  const handle: RequestListener = (request, response) => {
    const url = urlOf(request);
    const { method } = request;
    if (url?.pathname === '/callback' && method === 'GET') {
      if (url.searchParams.get('state') !== state) {
        sendPage(response, 400, 'otherState');
        return;
      }
      sendPage(response, 200, url.searchParams.has('error') ? 'declined' : 'arrived');
      arrived(url.searchParams);
    } else if (url?.pathname.startsWith(startPath) === true && (method === 'GET' || method === 'HEAD')) {
      if (url.pathname !== link?.path) {
        sendPage(response, 410, 'linkUsed');
      } else if (method === 'HEAD' || isPrefetch(request)) {
        // A prefetch gets nothing, and the person's own click still works.
        send(response, 503, {}, '');
      } else {
        const { authorizeUrl } = link;
        link = null;
        send(response, 302, { location: authorizeUrl }, '');
      }
    } else {
      sendPage(response, 404, 'notFound');
    }
  };

  const servers = await listenOnLoopback(handle, port);
  return {
    port: servers.port,
    answer,
    newLink(authorizeUrl) {
      link = { path: `${startPath}${randomBytes(24).toString('base64url')}`, authorizeUrl };
      return `http://127.0.0.1:${String(servers.port)}${link.path}`;
    },
    close: servers.close,
  };
}

const startPath = '/start/';

/** The requested address; null if it is invalid. */
function urlOf({ url }: IncomingMessage): URL | null {
  const base = 'http://localhost';
  return url !== undefined && URL.canParse(url, base) ? new URL(url, base) : null;
}

/**
 * What browsers send when they fetch a page before anybody asked for it (Sec-Purpose of the Fetch standard; older: Purpose,
 * X-Moz).
 */
const isPrefetch = ({ headers }: IncomingMessage): boolean =>
  ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    /\b(?:prefetch|prerender|preview)\b/i.test(String(headers[name] ?? '')),
  );

const sendPage = (response: ServerResponse, status: number, kind: AnswerKind): void => {
  send(response, status, { 'content-type': 'text/html; charset=utf-8' }, answerPage(kind));
};

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): void {
  response.writeHead(status, {
    ...headers,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  });
  response.end(body);
}
