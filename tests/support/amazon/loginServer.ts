import type { Identity } from '../../../shared/domain/connection/connection';
import type { Endpoints } from '../../../shared/domain/connection/region';
import { startLoopbackAmazon, type Arrived, type Reply } from './loopbackAmazon';

/** A Login with Amazon whose every answer a test can decide. Opening its page means signing in. */
export interface LoginServer {
  readonly endpoints: Endpoints;
  /** Who signs in next. */
  user: Identity;
  /** Answers in place of the usual ones, in order; the last one stays. Empty: the usual answers. */
  token: Reply[];
  profile: Reply[];
  /** How many times each was called. */
  readonly requests: { readonly token: number; readonly profile: number };
  /** The refresh tokens that were sent, in order. */
  readonly renewedWith: readonly string[];
  stop(): Promise<void>;
}

export const dana: Identity = {
  userId: 'amzn1.account.DANA',
  name: 'Dana Whitfield',
  email: 'dana@example.com',
};
export const priya: Identity = {
  userId: 'amzn1.account.PRIYA',
  name: 'Priya Raman',
  email: 'priya@example.com',
};

export async function startLoginServer(): Promise<LoginServer> {
  const requests = { token: 0, profile: 0 };
  const renewedWith: string[] = [];
  /** The owner of each token. */
  const owners = new Map<string, Identity>();
  let tokens = 0;

  const server = await startLoopbackAmazon((request) => {
    const { pathname, searchParams } = new URL(request.path, 'http://localhost');
    if (pathname === '/authorize') return backToTheApp(searchParams);
    if (pathname === '/token') {
      requests.token += 1;
      return next(own.token) ?? tokensFor(new URLSearchParams(request.body));
    }
    requests.profile += 1;
    return next(own.profile) ?? profileOf(request);
  });

  function backToTheApp(asking: URLSearchParams): Reply {
    const back = new URL(asking.get('redirect_uri') ?? '');
    const code = `code-${String((tokens += 1))}`;
    owners.set(code, own.user);
    back.search = new URLSearchParams({ code, state: asking.get('state') ?? '' }).toString();
    return { status: 302, headers: { location: back.href } };
  }

  function tokensFor(form: URLSearchParams): Reply {
    const refreshToken = form.get('refresh_token');
    if (refreshToken !== null) renewedWith.push(refreshToken);
    const owner = owners.get(refreshToken ?? form.get('code') ?? '') ?? own.user;
    const number = String((tokens += 1));
    const answer = {
      access_token: `Atza|${number}`,
      refresh_token: refreshToken ?? `Atzr|${number}`,
      token_type: 'bearer',
      expires_in: 3600,
    };
    owners.set(answer.access_token, owner);
    owners.set(answer.refresh_token, owner);
    return { headers: { 'content-type': 'application/json' }, json: answer };
  }

  function profileOf({ headers }: Arrived): Reply {
    const { userId, name, email } =
      owners.get(headers.authorization?.slice('Bearer '.length) ?? '') ?? own.user;
    return { headers: { 'content-type': 'application/json' }, json: { user_id: userId, name, email } };
  }

  const own: LoginServer = {
    endpoints: {
      authorizeUrl: `${server.origin}/authorize`,
      tokenUrl: `${server.origin}/token`,
      profileUrl: `${server.origin}/profile`,
      apiUrl: server.origin,
    },
    user: dana,
    token: [],
    profile: [],
    requests,
    renewedWith,
    stop: server.stop,
  };
  return own;
}

/** The next decided answer, if there is one; the last stays. */
const next = (replies: Reply[]): Reply | undefined => (replies.length > 1 ? replies.shift() : replies[0]);
