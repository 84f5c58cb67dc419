import { createContext, useContext } from 'react';

/** What is looked for in the list, as typed. */
export interface LiveSearch {
  readonly search: string;
  readonly setSearch: (search: string) => void;
}

/** Given past the table, which is drawn again with each answer and not with each key. */
export const LiveSearchContext = createContext<LiveSearch | null>(null);

/** @throws Error outside a list. */
export function useSearchOfList(): LiveSearch {
  const live = useContext(LiveSearchContext);
  if (live === null) throw new Error('useSearchOfList needs a list around it.');
  return live;
}
