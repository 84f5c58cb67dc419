import { createContext, useContext } from 'react';

/** The search text of the list, as typed. */
export interface LiveSearch {
  readonly search: string;
  readonly setSearch: (search: string) => void;
}

/** Bypasses the table, which is redrawn with each answer and not with each keystroke. */
export const LiveSearchContext = createContext<LiveSearch | null>(null);

/** @throws Error outside a list. */
export function useSearchOfList(): LiveSearch {
  const live = useContext(LiveSearchContext);
  if (live === null) throw new Error('useSearchOfList needs a list around it.');
  return live;
}
