/** Amazon's own clock, from its answers: this computer's clock may be wrong. */
export interface AmazonsClock {
  /** Uses the `Date` header (RFC 9110 §6.6.1) of an answer that is certainly Amazon's. */
  readonly readDateHeader: (date: string | null) => void;
  /**
   * The earliest time Amazon's clock can show now, ms since 1970; undefined before the first answer. It lags by the answer's
   * transit time, by up to a second, and by the time this computer has slept since.
   */
  readonly now: () => number | undefined;
}

/** @param monotonic ms of a clock that never jumps */
export function createAmazonsClock(monotonic: () => number = () => performance.now()): AmazonsClock {
  let latest: { readonly date: number; readonly at: number } | undefined;
  return {
    readDateHeader(date) {
      const read = Date.parse(date ?? '');
      if (!Number.isNaN(read)) latest = { date: read, at: monotonic() };
    },
    now: () => (latest === undefined ? undefined : Math.floor(latest.date + monotonic() - latest.at)),
  };
}
