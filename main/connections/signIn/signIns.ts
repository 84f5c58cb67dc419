import { CodedError } from '../../../shared/errors';
import { cancelled, type PendingSignIn, type Waiting } from './signIn';
import { signInErrorText } from './signInErrorText';

/** The sign-ins in progress, at most one per connection. */
export interface SignIns {
  /**
   * Runs `work` as the connection's sign-in. When the signal fires, it must end and store nothing.
   * @throws CodedError SIGN_IN_IN_PROGRESS, SIGN_IN_CANCELLED, or anything `work` throws
   */
  run<T>(
    connectionId: string,
    work: (signal: AbortSignal, waiting: (waiting: Waiting | null) => void) => Promise<T>,
  ): Promise<T>;
  cancel(connectionId: string): void;
  /** What the person has to do in the browser, if anything. */
  pendingOf(connectionId: string): PendingSignIn | null;
  /** A fresh sign-in link, which replaces the previous one. @throws CodedError NOT_FOUND when no sign-in is waiting */
  newLink(connectionId: string): string;
}

interface Running {
  readonly canceller: AbortController;
  waiting: Waiting | null;
}

/** @param changed called when one starts or stops waiting, and when it is over */
export function createSignIns(changed: () => void): SignIns {
  const running = new Map<string, Running>();
  return {
    run(connectionId, work) {
      if (running.has(connectionId)) return Promise.reject(alreadySigningIn());
      const canceller = new AbortController();
      const { signal } = canceller;
      const own: Running = { canceller, waiting: null };
      running.set(connectionId, own);
      const result = work(signal, (waiting) => {
        own.waiting = waiting;
        changed();
      })
        .catch((error: unknown) => {
          throw signal.aborted ? cancelled() : error;
        })
        .finally(() => {
          running.delete(connectionId);
          changed();
        });
      return result;
    },
    cancel(connectionId) {
      running.get(connectionId)?.canceller.abort();
    },
    pendingOf(connectionId) {
      const own = running.get(connectionId);
      // A canceled sign-in needs nothing more.
      if (own === undefined || own.waiting === null || own.canceller.signal.aborted) return null;
      const { waiting } = own;
      const { newLink: _command, ...pending } = waiting;
      return pending;
    },
    newLink(connectionId) {
      const waiting = running.get(connectionId)?.waiting ?? null;
      if (waiting === null) throw notWaiting();
      return waiting.newLink();
    },
  };
}

const alreadySigningIn = (): CodedError =>
  new CodedError({
    code: 'SIGN_IN_IN_PROGRESS',
    message: signInErrorText.alreadySigningIn,
  });

const notWaiting = (): CodedError =>
  new CodedError({
    code: 'NOT_FOUND',
    message: signInErrorText.notWaiting,
  });
