/** Amazon's own clock, as its answers tell it: this computer's may be set wrong. */
export interface AmazonsClock {
  /** Takes in the `Date` header (RFC 9110 §6.6.1) of an answer that is certainly Amazon's. */
  readonly readDateHeader: (date: string | null) => void;
  /**
   * The earliest that Amazon's clock can show now, ms since 1970; undefined before an answer told. It is behind by as
   * long as the answer was on its way, by up to a second, and by the time this computer slept since.
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
