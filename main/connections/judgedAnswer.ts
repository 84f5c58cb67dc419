import { z } from 'zod';
import { looksLikeWebPage } from '../network/networkTrouble';
import { parseRetryAfter } from '../network/retryAfter';
import {
  tooManyRequests,
  refusedByTokenEndpoint,
  amazonUnavailable,
  unreadable,
  webPageAnswered,
} from './signIn/signInErrors';

/**
 * An answer of the token endpoint that may contain tokens: status 200 and not a web page. Temporary failures (429, 5xx, a status
 * or body that isn't OAuth's) are distinguished from a refusal, which only a person can resolve.
 * @throws CodedError THROTTLED, AMAZON_ERROR, UNREADABLE_ANSWER; SIGN_IN_REQUIRED, SIGN_IN_REJECTED
 */
export async function judgedTokenAnswer(answer: Response): Promise<Response> {
  throwIfPassing(answer);
  if (answer.status === 200 && !isWebPage(answer)) return answer;
  const text = await answer.text();
  if (isWebPage(answer) || looksLikeWebPage(text)) throw webPageAnswered();
  const refusal = refusalIn(text);
  throw refusal === null || answer.status < 400
    ? unreadable(answer.status)
    : refusedByTokenEndpoint(refusal.error, refusal.error_description);
}

/**
 * The text of a profile; null if the token was granted without its scope (RFC 6750 §3.1).
 * @throws CodedError THROTTLED, AMAZON_ERROR, UNREADABLE_ANSWER
 */
export async function judgedProfile(answer: Response): Promise<string | null> {
  throwIfPassing(answer);
  const text = await answer.text();
  if (isWebPage(answer) || looksLikeWebPage(text)) throw webPageAnswered();
  if (answer.status === 200) return text;
  if (answer.status >= 400 && refusalIn(text)?.error === 'insufficient_scope') return null;
  throw unreadable(answer.status);
}

function throwIfPassing({ status, headers }: Response): void {
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'), Date.now());
  if (status === 429) throw tooManyRequests(retryAfterMs);
  if (status >= 500) throw amazonUnavailable(status, retryAfterMs);
}

const isWebPage = ({ headers }: Response): boolean =>
  headers.get('content-type')?.includes('text/html') === true;

const refusalSchema = z.object({ error: z.string().min(1), error_description: z.string().optional() });

function refusalIn(text: string): z.infer<typeof refusalSchema> | null {
  try {
    return refusalSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
