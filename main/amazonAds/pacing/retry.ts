import { setTimeout as wait } from 'node:timers/promises';
import { AdsError } from '../adsError';

/** Waits this many ms. */
export type Pause = (ms: number) => Promise<void>;
/** From 0 up to but excluding 1, like Math.random. */
export type Random = () => number;

const maxRetries = 3;
const firstPauseMs = 500;
/** Max wait, even if Amazon asks for more: a person is watching. */
const maxPauseMs = 60_000;

/**
 * Runs `work`, which must change nothing at Amazon, up to four times: again after a 429, a 5xx or a lost connection. Waits as
 * long as Amazon asks, otherwise increasingly long with a random part, so that calls that failed together don't return together
 * (amazon-api §5).
 * @throws the last failure
 */
export async function withRetries<T>(
  work: () => Promise<T>,
  { pause = defaultPause, random = Math.random }: { pause?: Pause; random?: Random } = {},
): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await work();
    } catch (error) {
      if (retry === maxRetries || !(error instanceof AdsError) || !mayPass(error)) throw error;
      await pause(Math.min(error.retryAfterMs ?? random() * firstPauseMs * 2 ** retry, maxPauseMs));
    }
  }
}

const mayPass = ({ code, httpStatus }: AdsError): boolean =>
  code === 'NETWORK' || code === 'THROTTLED' || (httpStatus !== undefined && httpStatus >= 500);

const defaultPause: Pause = async (ms) => {
  await wait(ms);
};
