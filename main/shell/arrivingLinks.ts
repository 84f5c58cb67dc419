const scheme = 'amc-access:';

/** Longer than any link of ours; what is longer is none. */
const longestLink = 2000;

/** How many links are kept while nobody can take them; who sends more than that means no good. */
const mostKept = 10;

/**
 * The one link in a command line; null where there is none. Everything else in it is dropped: whatever started this
 * program with a link may have put switches of its own beside it.
 */
export function linkIn(commandLine: readonly string[]): string | null {
  const link = commandLine.find((argument) => argument.toLowerCase().startsWith(scheme));
  return link === undefined || link.length > longestLink ? null : link;
}

/** Links from outside, in the order in which they came. */
export interface ArrivingLinks {
  /** A link has come, or null: none. */
  arrived(link: string | null): void;
  /** Hands over what has come so far, and from now on each link when it comes. */
  handTo(take: (link: string) => void): void;
}

/** Keeps links that come while the app starts, until somebody takes them. */
export function keepArrivingLinks(): ArrivingLinks {
  const kept: string[] = [];
  let taker: ((link: string) => void) | null = null;
  return {
    arrived(link) {
      if (link === null) return;
      if (taker !== null) taker(link);
      else if (kept.length < mostKept) kept.push(link);
    },
    handTo(take) {
      taker = take;
      for (const link of kept.splice(0)) take(link);
    },
  };
}
