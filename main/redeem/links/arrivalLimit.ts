/** The same link is one click within this time, in ms. */
const sameLinkWithinMs = 60_000;

/** So many different links may come from outside within the same time. */
const maxArrivals = 10;

/** What becomes of a link from outside. `repeated`: it is one and the same click as one that was taken. */
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
