/**
 * Finds the next position of a character in a text, for mostly increasing positions. Results are cached, so that a rare or
 * missing character isn't searched for again from each position.
 * @returns the position at or after `from`; the text's length if there is none
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
