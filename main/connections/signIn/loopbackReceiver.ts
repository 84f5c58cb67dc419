import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerPage, type AnswerKind } from './answerPage';
import { listenOnLoopback } from './loopbackServers';

/** Listens on this machine for the one request by which the browser brings Amazon's answer, and sends it there first. */
export interface LoopbackReceiver {
  readonly port: number;
  /** The parameters of the first GET /callback that carries the expected state. */
  readonly answer: Promise<URLSearchParams>;
  /**
   * An address of this machine that leads on to Amazon's page, once: so that the page's own address, with all that
   * belongs to this sign-in, stands on no command line. A newer link ends the one before.
   */
  newLink(authorizeUrl: string): string;
  /** Returns at once, whoever else is connected. */
  close(): void;
}

/**
 * Opens `http://localhost:<port>/callback` on this machine only (RFC 8252 §7.3). Requests with another state get a message,
 * and waiting goes on: any page in the browser can make them, so they must not end a sign-in.
 * @throws CodedError PORT_BUSY when the port cannot be had.
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
        // Whoever only looks ahead is told nothing, and the person's own click still works.
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

/** The address asked for; null where it is none. */
function urlOf({ url }: IncomingMessage): URL | null {
  const base = 'http://localhost';
  return url !== undefined && URL.canParse(url, base) ? new URL(url, base) : null;
}

/** What browsers say when they fetch a page before anybody asked to see it (Sec-Purpose of the Fetch standard; older: Purpose, X-Moz). */
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
