import type { Incoming } from '../http';
import type { OperationFacts } from './document';
import { ApiFault } from './operation';

/**
 * Checks a request for the operation's exact media types (amazon-api §3).
 * @throws ApiFault 406 for an Accept that excludes the answer, 415 for a body of another type
 */
export function checkMediaTypes(facts: OperationFacts | undefined, { headers, body }: Incoming): void {
  const { requestType, answerType } = facts ?? {};
  if (answerType !== undefined && !accepts(headers.accept, answerType)) {
    throw new ApiFault(406, `Accept must allow ${answerType}`);
  }
  if (
    requestType !== undefined &&
    body !== '' &&
    bare(headers['content-type'] ?? '') !== requestType.toLowerCase()
  ) {
    throw new ApiFault(415, `Content-Type must be ${requestType}`);
  }
}

function accepts(accept: string | undefined, mediaType: string): boolean {
  if (accept === undefined) return true;
  const allowed = ['*/*', 'application/*', mediaType.toLowerCase()];
  return accept.split(',').some((range) => allowed.includes(bare(range)));
}

/** A media type without its parameters, in lower case. */
const bare = (mediaType: string): string => mediaType.replace(/;.*/s, '').trim().toLowerCase();
