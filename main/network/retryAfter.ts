import { CodedError } from '../../shared/errors';

/** The other side asks to be left alone for a while, or is in trouble that passes. */
export class BusyError extends CodedError {
  /** How long it asks to wait, in ms, where it said so. */
  readonly retryAfterMs: number | undefined;

  constructor(body: ConstructorParameters<typeof CodedError>[0], retryAfterMs: number | undefined) {
    super(body);
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * A `Retry-After` header, in ms from `now`: seconds or an HTTP date (RFC 9110 §10.2.3); undefined where it is
 * missing, as on some of Amazon's endpoints (amazon-api §5), or makes no sense. Of several numbers, which a proxy on
 * the way may make of several headers, the longest counts. A date in the past says nothing: the clocks differ.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const parts = header.split(',').map((part) => part.trim());
  if (parts.every((part) => /^\d{1,9}(?:\.\d{1,9})?$/.test(part)))
    return Math.max(...parts.map(Number)) * 1000;
  // What begins with a number is no HTTP date, though `Date.parse` reads one from "5, 10".
  const date = /^[a-z]/i.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return date > now ? date - now : undefined;
}
