import { CodedError } from '../../shared/errors';

/** The other side asks for a pause, or has a temporary failure. */
export class BusyError extends CodedError {
  /** How long it asks to wait, in ms, if it says. */
  readonly retryAfterMs: number | undefined;

  constructor(body: ConstructorParameters<typeof CodedError>[0], retryAfterMs: number | undefined) {
    super(body);
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * A `Retry-After` header, in ms from `now`: seconds or an HTTP date (RFC 9110 §10.2.3); undefined if it is missing, as on some of
 * Amazon's endpoints (amazon-api §5), or makes no sense. Of several numbers, into which a proxy may join several headers, the
 * largest counts. A date in the past is ignored: the clocks differ.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const parts = header.split(',').map((part) => part.trim());
  if (parts.every((part) => /^\d{1,9}(?:\.\d{1,9})?$/.test(part)))
    return Math.max(...parts.map(Number)) * 1000;
  // Text that begins with a number isn't an HTTP date, though `Date.parse` reads one from "5, 10".
  const date = /^[a-z]/i.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return date > now ? date - now : undefined;
}
