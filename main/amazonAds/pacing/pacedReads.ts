import { CodedError } from '../../../shared/errors';
import type { AdsAnswer, AdsClient } from '../client/client';
import type { AdsRequest } from '../client/http';
import { notTaken } from '../notTaken';
import type { Pace } from './pace';
import { withRetries } from './retry';
import { pacingErrorText } from './pacingErrorText';

/**
 * A client whose reads take turns, call by call, at the connection's pace. If Amazon asks to slow down, all calls of the
 * connection wait, and the call is repeated until it succeeds. Other failures are as in `AdsClient.read`. Once `ending` is
 * aborted, `read` rejects with a CodedError NOT_SENT; if only signing in can help, SIGN_IN_REQUIRED.
 */
export function pacedReads(client: AdsClient, pace: Pace, ending: AbortSignal): AdsClient {
  async function inTurn(request: AdsRequest): Promise<AdsAnswer> {
    for (;;) {
      if (!(await pace.turnUnlessShut(ending))) throw ending.aborted ? stopped() : shut(pace);
      try {
        const answer = await client.readOnce(request);
        pace.passed();
        return answer;
      } catch (thrown) {
        const why = notTaken(thrown, 'read');
        if (why === null) pace.passed();
        if (why?.reason !== 'throttled') throw thrown;
        pace.holdBack(why);
      }
    }
  }
  return { ...client, read: (request) => withRetries(() => inTurn(request)) };
}

const stopped = (): CodedError =>
  new CodedError({
    code: 'NOT_SENT',
    message: pacingErrorText.stopped,
    retryable: true,
  });

const shut = (pace: Pace): CodedError =>
  new CodedError({
    code: 'SIGN_IN_REQUIRED',
    message: pace.waiting()?.message ?? pacingErrorText.shut,
  });
