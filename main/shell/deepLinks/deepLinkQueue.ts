import { linkScheme } from '../../../shared/domain/redeem/linkScheme';
const scheme = `${linkScheme}:`;

/** Longer than any link of ours; what is longer is none. */
const maxLinkLength = 2000;

/** How many links or files are kept while nobody can take them; who sends more than that means no good. */
const maxWaiting = 10;

/**
 * The one link in a command line; null where there is none. Everything else in it is dropped: whatever started this
 * program with a link may have put switches of its own beside it.
 */
export function linkIn(commandLine: readonly string[]): string | null {
  const link = commandLine.find((argument) => argument.toLowerCase().startsWith(scheme));
  return link === undefined || link.length > maxLinkLength ? null : link;
}

/** Links or paths of files from outside, in the order in which they came. */
export interface Arriving {
  /** One has come, or null: none. */
  arrived(text: string | null): void;
  /** Hands over what has come so far, and from now on each one when it comes. */
  handTo(take: (text: string) => void): void;
}

/** Keeps what comes while the app starts, until somebody takes it. */
export function keepArriving(): Arriving {
  const waiting: string[] = [];
  let taker: ((text: string) => void) | null = null;
  return {
    arrived(text) {
      if (text === null) return;
      if (taker !== null) taker(text);
      else if (waiting.length < maxWaiting) waiting.push(text);
    },
    handTo(take) {
      taker = take;
      for (const text of waiting.splice(0)) take(text);
    },
  };
}
