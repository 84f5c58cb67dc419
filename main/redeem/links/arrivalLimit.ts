/** The same link within this time, in ms, counts as one click. */
const sameLinkWithinMs = 60_000;

/** Max number of different links from outside within that time. */
const maxArrivals = 10;

/** What to do with a link from outside. `repeated`: it is the same click as an accepted one. */
export type ArrivalVerdict = 'take' | 'repeated' | 'tooMany';

/**
 * Keeps a page, a script or a mail program from flooding the app with links.
 * @param now ms since 1970
 */
export function createArrivalLimit(now: () => number): (link: string) => ArrivalVerdict {
  let recent: { readonly link: string; readonly at: number }[] = [];
  return (link) => {
    const at = now();
    // The clock may have been set back.
    recent = recent.filter((each) => Math.abs(at - each.at) < sameLinkWithinMs);
    if (recent.some((each) => each.link === link)) return 'repeated';
    if (recent.length >= maxArrivals) return 'tooMany';
    recent.push({ link, at });
    return 'take';
  };
}
