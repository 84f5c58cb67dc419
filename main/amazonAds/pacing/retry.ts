import { setTimeout as wait } from 'node:timers/promises';
import { AdsError } from '../adsError';

/** Waits that many ms. */
export type Pause = (ms: number) => Promise<void>;
/** From 0 up to but not 1, like Math.random. */
export type Random = () => number;

const maxRetries = 3;
const firstPauseMs = 500;
/** No wait is longer, whatever Amazon asks for: a person is watching. */
const maxPauseMs = 60_000;

/**
 * Does `work`, which must change nothing at Amazon, up to four times: again after a 429, a 5xx or a lost
 * connection. Waits as long as Amazon asks, else ever longer and at random, so that many calls that failed
 * together do not come back together (amazon-api §5).
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
