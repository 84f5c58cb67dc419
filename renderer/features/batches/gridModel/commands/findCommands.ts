import type { GridCore } from '../gridCore';
import { matchBefore, matchesIn, matchFrom } from '../findMatches';
import { at, type Place } from '../selection';

/** Finding a text in the cells of the rows shown. The focus stays where it is. */
export interface FindCommands {
  openFind(): void;
  /** Looks for this text from now on, and goes to its first match from the active cell on. */
  find(text: string): void;
  /** To the next match, or the previous one. Opens the search if there is none. */
  findNext(back: boolean): void;
  /** Ends the search and returns the focus to the active cell. */
  closeFind(): void;
}

export function findCommands({ state, set }: GridCore): FindCommands {
  const goTo = (place: Place | null): void => {
    if (place !== null) set({ selection: at(place.row, place.column) });
  };
  return {
    openFind: () => set({ finding: state().finding ?? '' }),
    find(text) {
      set({ finding: text });
      goTo(matchFrom(matchesIn(state(), text), state().selection.active, false));
    },
    findNext(back) {
      const { finding, selection } = state();
      if (finding === null) {
        set({ finding: '' });
        return;
      }
      const matches = matchesIn(state(), finding);
      goTo(back ? matchBefore(matches, selection.active) : matchFrom(matches, selection.active, true));
    },
    closeFind: () => set({ finding: null, focusWanted: state().focusWanted + 1 }),
  };
}
