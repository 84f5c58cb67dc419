import { setTimeout as wait } from 'node:timers/promises';
import type { TermsWatch } from '../../shared/domain/redeem/redeem';
import { CodedError, toErrorBody } from '../../shared/errors';
import { isAdsHost } from '../../shared/domain/redeem/parseAddress';
import type { AdsClient } from '../amazonAds/client/client';
import { areTermsAccepted, createTermsToken, termsTypeOf } from '../amazonAds/termsTokens';
import { redeemErrorText } from './redeemErrorText';

/** How long a terms page is watched, in ms. */
const watchMs = 10 * 60_000;
/** How often Amazon is asked, in ms: frequently at first, less so while the person reads. */
const firstPauseMs = 1_500;
const maxPauseMs = 10_000;

export interface TermsWatchesDeps {
  readonly clientOf: (connectionId: string) => Promise<AdsClient>;
  /** The address of the connection's API. */
  readonly apiUrlOf: (connectionId: string) => Promise<string>;
  /** Opens a page in the browser; may use the given origins besides Amazon's. False if that failed. */
  readonly openInBrowser: (address: string, alsoAllowed: readonly string[]) => Promise<boolean>;
  readonly now: () => number;
  readonly changed: () => void;
}

/** Terms that people accept on Amazon's page, and that the app watches until then. */
export interface TermsWatches {
  all(): TermsWatch[];
  /** Whether the terms were accepted through this connection since the app started. */
  isAccepted(connectionId: string, termsType: string): boolean;
  /**
   * Opens Amazon's page and starts watching; a page already being watched is opened again. Rejects with an AdsError, or a
   * CodedError BAD_REQUEST for terms that can't be accepted from here.
   */
  start(connectionId: string, termsType: string): Promise<TermsWatch>;
  cancel(connectionId: string, termsType: string): void;
  /** Amazon still requires them: terms accepted through this connection can be started again. */
  forget(connectionId: string): void;
  close(): void;
}

interface Watched {
  shown: TermsWatch;
  readonly stop: AbortController;
}

export function createTermsWatches(deps: TermsWatchesDeps): TermsWatches {
  const { clientOf, now, changed } = deps;
  const watches = new Map<string, Watched>();
  const find = (connectionId: string, termsType: string): Watched | undefined =>
    watches.get(JSON.stringify([connectionId, termsType]));
  const show = (watched: Watched, change: Partial<TermsWatch>): void => {
    watched.shown = { ...watched.shown, ...change };
    changed();
  };

  return {
    all: () => [...watches.values()].map(({ shown }) => shown),
    isAccepted: (connectionId, termsType) => find(connectionId, termsType)?.shown.status === 'accepted',
    async start(connectionId, termsType) {
      const before = find(connectionId, termsType);
      if (before?.shown.status === 'accepted') return before.shown;
      if (before?.shown.status === 'waiting') {
        show(before, { browserOpened: await openTermsPage(deps, connectionId, before.shown.url) });
        return before.shown;
      }
      const known = termsTypeOf(termsType);
      if (known === null) throw cannotBeBegun(termsType);
      const { termsToken, termsUrl: url } = await createTermsToken(await clientOf(connectionId), known);
      const browserOpened = await openTermsPage(deps, connectionId, url);
      const watched: Watched = {
        shown: {
          connectionId,
          termsType,
          status: 'waiting',
          url,
          browserOpened,
          until: now() + watchMs,
          error: null,
        },
        stop: new AbortController(),
      };
      watches.set(JSON.stringify([connectionId, termsType]), watched);
      changed();
      void watchUntilAccepted(deps, watched, termsToken, (change) => {
        show(watched, change);
      });
      return watched.shown;
    },
    cancel(connectionId, termsType) {
      const watched = find(connectionId, termsType);
      if (watched?.shown.status !== 'waiting') return;
      watched.stop.abort();
      watches.delete(JSON.stringify([connectionId, termsType]));
      changed();
    },
    forget(connectionId) {
      for (const [key, { shown }] of watches) {
        if (shown.connectionId === connectionId && shown.status === 'accepted') watches.delete(key);
      }
      changed();
    },
    close() {
      for (const { stop } of watches.values()) stop.abort();
    },
  };
}

/** Asks Amazon until the terms are accepted, time is up, or nobody is waiting anymore. Never rejects. */
async function watchUntilAccepted(
  { clientOf, now }: TermsWatchesDeps,
  { shown: { connectionId, until }, stop: { signal } }: Watched,
  termsToken: string,
  show: (change: Partial<TermsWatch>) => void,
): Promise<void> {
  try {
    for (let pause = firstPauseMs; now() < until; pause = Math.min(pause * 1.5, maxPauseMs)) {
      await wait(pause, undefined, { signal });
      if (await isAccepted(clientOf, connectionId, termsToken)) {
        show({ status: 'accepted' });
        return;
      }
    }
    show({ status: 'ended', error: tookTooLong().toBody() });
  } catch (error) {
    if (!signal.aborted) show({ status: 'ended', error: toErrorBody(error) });
  }
}

/** A temporary failure doesn't end watching: the person is reading, perhaps on another network by now. */
async function isAccepted(
  clientOf: TermsWatchesDeps['clientOf'],
  connectionId: string,
  termsToken: string,
): Promise<boolean> {
  try {
    return await areTermsAccepted(await clientOf(connectionId), termsToken);
  } catch (error) {
    if (toErrorBody(error).retryable) return false;
    throw error;
  }
}

/** @returns whether the browser opened it. Rejects if it isn't Amazon's page. */
async function openTermsPage(
  { apiUrlOf, openInBrowser }: TermsWatchesDeps,
  connectionId: string,
  url: string,
): Promise<boolean> {
  const ownOrigin = new URL(await apiUrlOf(connectionId)).origin;
  if (!isTermsPage(url, ownOrigin)) throw unexpectedPage();
  return openInBrowser(url, [new URL(url).origin]);
}

/** Amazon's own pages (amazon-api §2), or the host of the connection's own endpoints. */
function isTermsPage(address: string, ownOrigin: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, protocol, hostname, port, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return origin === ownOrigin || (protocol === 'https:' && port === '' && isAdsHost(hostname));
}

const unexpectedPage = (): CodedError =>
  new CodedError({
    code: 'UNREADABLE_ANSWER',
    message: redeemErrorText.unexpectedPage,
    retryable: true,
  });

const tookTooLong = (): CodedError =>
  new CodedError({
    code: 'TIMEOUT',
    message: redeemErrorText.tookTooLong,
    retryable: true,
  });

const cannotBeBegun = (termsType: string): CodedError =>
  new CodedError({
    code: 'BAD_REQUEST',
    message: redeemErrorText.cannotBeBegun(termsType),
  });
