import { returnUrl, type Connection, type Identity } from '../../../shared/domain/connection/connection';
import { CodedError } from '../../../shared/errors';
import {
  authorizationRequest,
  exchangeCode,
  newState,
  readIdentity,
  type AuthorizationRequest,
  type Grant,
  type LoginClient,
} from '../loginWithAmazon';
import { openLoopbackReceiver, type LoopbackReceiver } from './loopbackReceiver';
import { patiently } from '../patiently';
import { ScopeRefusedError } from './signInErrors';
import { signInErrorText } from './signInErrorText';

export type PendingSignIn = NonNullable<Connection['pendingSignIn']>;

/**
 * Who signed in:
 * - `known`: Amazon said so.
 * - `untold`: Amazon refused the scope for it.
 * - `unread`: Amazon couldn't be asked, or its answer couldn't be read. That may be temporary.
 */
export type WhoSignedIn =
  | { readonly kind: 'known'; readonly identity: Identity }
  | { readonly kind: 'untold' }
  | { readonly kind: 'unread'; readonly error: CodedError };

/** The result of a completed sign-in. Nothing is stored yet. */
export interface SignedIn {
  readonly grant: Grant;
  readonly who: WhoSignedIn;
}

/** What can be done with a sign-in that is waiting for the browser. */
export interface Waiting extends PendingSignIn {
  /** A fresh link to Amazon's page, which replaces the previous one. */
  readonly newLink: () => string;
}

interface SignInJourney {
  readonly client: LoginClient;
  /** Where the browser's answer arrives; `anyPort` if the return URL isn't registered beforehand. */
  readonly returnPort: number;
  readonly loginHint: string | null;
  /** Opens a page in the system browser; false if that failed and the person has to copy the link. */
  readonly openInBrowser: (link: string) => Promise<boolean>;
  /** Called with what the person has to do in the browser; null: nothing anymore. */
  readonly waiting: (waiting: Waiting | null) => void;
  readonly signal: AbortSignal;
  /** How long to wait for the browser's answer, in ms. */
  readonly waitMs: number;
  /** How long to keep asking Amazon who signed in, in ms. */
  readonly patienceMs: number;
  /** Calls the listener each time the computer wakes up; returns a function that unsubscribes. */
  readonly onResume: (listener: () => void) => () => void;
  readonly now: () => number;
}

/**
 * Signs in through the system browser (RFC 8252): opens Amazon's page, waits for the answer on the loopback address, exchanges
 * the code and asks who signed in. Stores nothing, so a failure changes nothing. If the `profile` scope is refused, it tries once
 * without; the identity is then unknown. It ends as soon as the signal fires.
 * @throws CodedError PORT_BUSY, SIGN_IN_CANCELLED, SIGN_IN_TIMED_OUT, SIGN_IN_DENIED, SIGN_IN_REJECTED,
 * THROTTLED, AMAZON_ERROR, NETWORK, TIMEOUT, UNREADABLE_ANSWER.
 */
export async function signInThroughBrowser(journey: SignInJourney): Promise<SignedIn> {
  try {
    return await travel(journey, true).catch((error: unknown) => {
      if (!(error instanceof ScopeRefusedError) || journey.signal.aborted) throw error;
      return travel(journey, false);
    });
  } catch (error) {
    throw journey.signal.aborted ? cancelled() : error;
  }
}

async function travel(journey: SignInJourney, withProfile: boolean): Promise<SignedIn> {
  const { client, signal, patienceMs } = journey;
  const { request, answer } = await askBrowser(journey, withProfile);
  const grant = await patiently(() => exchangeCode(client, request, answer, signal), {
    signal,
    limitMs: patienceMs,
    // Only then is it certain that the code wasn't used.
    mayPass: ({ code }) => code === 'THROTTLED',
  }).catch(newCodeNeeded);
  if (!withProfile) return { grant, who: { kind: 'untold' } };
  return { grant, who: await whoSignedIn(journey, grant.accessToken) };
}

async function whoSignedIn(
  { client, signal, patienceMs }: SignInJourney,
  accessToken: string,
): Promise<WhoSignedIn> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    const identity = await patiently(() => readIdentity(client, accessToken, limit), {
      signal: limit,
      limitMs: patienceMs,
      mayPass: () => true,
    });
    return identity === null ? { kind: 'untold' } : { kind: 'known', identity };
  } catch (error) {
    if (signal.aborted || !(error instanceof CodedError)) throw error;
    return { kind: 'unread', error };
  }
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
    return { request, answer: await answerFromBrowser(journey, request.authorizeUrl, receiver) };
  } finally {
    receiver.close();
  }
}

async function answerFromBrowser(
  journey: SignInJourney,
  authorizeUrl: string,
  receiver: LoopbackReceiver,
): Promise<URLSearchParams> {
  const limit = timeLimit(journey);
  let link = receiver.newLink(authorizeUrl);
  let browserOpened = true;
  let over = false;
  const tell = (): void => {
    if (over) return;
    journey.waiting({
      ...{ authorizeUrl: link, expiresAt: limit.expiresAt, browserOpened },
      newLink() {
        link = receiver.newLink(authorizeUrl);
        tell();
        return link;
      },
    });
  };
  const notOpened = (): void => {
    browserOpened = false;
    tell();
  };
  tell();
  void journey.openInBrowser(link).then((opened) => {
    if (!opened) notOpened();
  }, notOpened);
  try {
    return await Promise.race([
      receiver.answer,
      ended(limit.signal, timedOut),
      ended(journey.signal, cancelled),
    ]);
  } finally {
    over = true;
    journey.waiting(null);
    limit.end();
  }
}

/** The time limit by the wall clock: a computer that slept past it finds out on waking up. */
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

/** A refused code (used, older than five minutes, wrong) means signing in again, not that a grant has ended. */
function newCodeNeeded(error: unknown): never {
  if (error instanceof CodedError && error.code === 'SIGN_IN_REQUIRED') {
    throw new CodedError({
      code: 'SIGN_IN_REJECTED',
      message: signInErrorText.newCodeNeeded,
      retryable: true,
      ...(error.details === undefined ? {} : { details: error.details }),
    });
  }
  throw error;
}

const timedOut = (): CodedError =>
  new CodedError({
    code: 'SIGN_IN_TIMED_OUT',
    message: signInErrorText.timedOut,
    retryable: true,
  });

export const cancelled = (): CodedError =>
  new CodedError({
    code: 'SIGN_IN_CANCELLED',
    message: signInErrorText.cancelled,
    retryable: true,
  });
