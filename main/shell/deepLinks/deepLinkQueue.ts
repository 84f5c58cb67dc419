import { linkScheme } from '../../../shared/domain/redeem/linkScheme';
const scheme = `${linkScheme}:`;

/** Longer than any link of ours; anything longer is rejected. */
const maxLinkLength = 2000;

/** Max number of links or files held while nobody can accept them; sending more than that isn't well-intentioned. */
const maxWaiting = 10;

/**
 * The one link in a command line; null if there is none. Everything else in it is ignored: whatever started this app with a link
 * may have added switches of its own.
 */
export function linkIn(commandLine: readonly string[]): string | null {
  const link = commandLine.find((argument) => argument.toLowerCase().startsWith(scheme));
  return link === undefined || link.length > maxLinkLength ? null : link;
}

/** Links or file paths from outside, in the order in which they came. */
export interface ArrivalQueue {
  /** One has arrived, or null for none. */
  arrived(text: string | null): void;
  /** Hands over what has arrived so far, and from now on each new one. */
  handTo(take: (text: string) => void): void;
}

/** Holds what arrives while the app starts, until something accepts it. */
export function createArrivalQueue(): ArrivalQueue {
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
