/**
 * Finds the next place of a character in a text, for places that mostly grow. What was found is kept, so that a character
 * that is rare, or not there at all, is not searched for again from each place.
 * @returns the place at or behind `from`; the text's length where there is none
 */
export function createFinder(text: string, character: string): (from: number) => number {
  let searchedFrom = 0;
  let found = -1;
  return (from) => {
    if (from > found || from < searchedFrom) {
      const at = text.indexOf(character, from);
      searchedFrom = from;
      found = at < 0 ? text.length : at;
    }
    return found;
  };
}
