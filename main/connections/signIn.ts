import { returnUrl, type Connection, type Identity } from '../../shared/domain/connection';
import { CodedError } from '../../shared/errors';
import {
  authorizationRequest,
  exchangeCode,
  newState,
  readIdentity,
  type AuthorizationRequest,
  type Grant,
  type LoginClient,
} from './loginWithAmazon';
import { openLoopbackReceiver } from './loopbackReceiver';
import { ScopeRefusedError } from './signInErrors';

export type PendingSignIn = NonNullable<Connection['pendingSignIn']>;

/** What a completed sign-in brought. Nothing is stored yet. */
export interface SignedIn {
  readonly grant: Grant;
  /** Null when Amazon does not tell who signed in. */
  readonly identity: Identity | null;
}

interface SignInJourney {
  readonly client: LoginClient;
  /** Where the browser's answer arrives; `anyPort` where the return URL is not registered beforehand. */
  readonly returnPort: number;
  readonly loginHint: string | null;
  /** Opens the page in the system browser; false when that did not work and the person has to copy the link. */
  readonly openInBrowser: (authorizeUrl: string) => Promise<boolean>;
  /** Told each time what the person has to do in the browser. */
  readonly waiting: (pending: PendingSignIn) => void;
  readonly signal: AbortSignal;
  /** How long the browser's answer is awaited, in ms. */
  readonly waitMs: number;
  /** Calls the listener each time the computer wakes up; returns the function that ends it. */
  readonly onResume: (listener: () => void) => () => void;
  readonly now: () => number;
}

/**
 * Signs in through the system browser (RFC 8252): opens Amazon's page, waits for its answer on the loopback
 * address, exchanges the code and asks who signed in. Stores nothing, so a failure leaves all as it was.
 * Where the `profile` scope is refused it tries once without; the identity is then unknown.
 * @throws CodedError PORT_BUSY, SIGN_IN_CANCELLED, SIGN_IN_TIMED_OUT, SIGN_IN_DENIED, SIGN_IN_REJECTED,
 *   NETWORK, TIMEOUT, UNREADABLE_ANSWER.
 */
export async function signInThroughBrowser(journey: SignInJourney): Promise<SignedIn> {
  try {
    return await travel(journey, true);
  } catch (error) {
    if (!(error instanceof ScopeRefusedError)) throw error;
    return travel(journey, false);
  }
}

async function travel(journey: SignInJourney, withProfile: boolean): Promise<SignedIn> {
  const { client, signal } = journey;
  const { request, answer } = await askBrowser(journey, withProfile);
  const grant = await exchangeCode(client, request, answer).catch(newCodeNeeded);
  if (signal.aborted) throw cancelled();
  return { grant, identity: withProfile ? await readIdentity(client, grant.accessToken) : null };
}

async function askBrowser(
  journey: SignInJourney,
  withProfile: boolean,
): Promise<{ readonly request: AuthorizationRequest; readonly answer: URLSearchParams }> {
  const { client, returnPort, loginHint } = journey;
  const state = newState();
  const receiver = await openLoopbackReceiver(returnPort, state);
  try {
    const options = { state, withProfile, loginHint };
    const request = await authorizationRequest(client, returnUrl(receiver.port), options);
    return { request, answer: await answerFromBrowser(journey, request.authorizeUrl, receiver.answer) };
  } finally {
    await receiver.close();
  }
}

async function answerFromBrowser(
  journey: SignInJourney,
  authorizeUrl: string,
  arrived: Promise<URLSearchParams>,
): Promise<URLSearchParams> {
  const limit = timeLimit(journey);
  try {
    const { expiresAt } = limit;
    journey.waiting({ authorizeUrl, expiresAt, browserOpened: true });
    const browser = journey.openInBrowser(authorizeUrl).then((browserOpened) => {
      if (!browserOpened) journey.waiting({ authorizeUrl, expiresAt, browserOpened });
    });
    const answer = await Promise.race([
      arrived,
      ended(limit.signal, timedOut),
      ended(journey.signal, cancelled),
    ]);
    await browser;
    return answer;
  } finally {
    limit.end();
  }
}

/** The end of the waiting by the clock on the wall: a computer that slept past it is told so when it wakes. */
function timeLimit({ waitMs, onResume, now }: SignInJourney) {
  const expiresAt = now() + waitMs;
  const overslept = new AbortController();
  const end = onResume(() => {
    if (now() >= expiresAt) overslept.abort();
  });
  return { expiresAt, signal: AbortSignal.any([AbortSignal.timeout(waitMs), overslept.signal]), end };
}

/** Rejects when the signal fires; never resolves. */
const ended = (signal: AbortSignal, why: () => CodedError): Promise<never> =>
  new Promise((_resolve, reject) => {
    const stop = (): void => {
      reject(why());
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/** A refused code (used, older than five minutes, wrong) is a sign-in to repeat, not one that has ended. */
function newCodeNeeded(error: unknown): never {
  if (error instanceof CodedError && error.code === 'SIGN_IN_REQUIRED') {
    throw new CodedError({
      code: 'SIGN_IN_REJECTED',
      message:
        'Amazon did not accept the code the browser brought; it may have come too late. Sign in again.',
      retryable: true,
      ...(error.details === undefined ? {} : { details: error.details }),
    });
  }
  throw error;
}

const timedOut = (): CodedError =>
  new CodedError({
    code: 'SIGN_IN_TIMED_OUT',
    message: 'The browser brought no answer in time. Nothing has changed. Sign in again when you are ready.',
    retryable: true,
  });

const cancelled = (): CodedError =>
  new CodedError({
    code: 'SIGN_IN_CANCELLED',
    message: 'The sign-in was cancelled. Nothing has changed.',
    retryable: true,
  });
