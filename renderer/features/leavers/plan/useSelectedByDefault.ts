import { useState } from 'react';

/** Rows of a list of which all are selected until a person deselects some. */
export interface Selection<Item> {
  readonly selected: readonly Item[];
  readonly select: (items: readonly Item[]) => void;
}

/** @param keyOf the same for the same row after the list was read again, so that it stays deselected */
export function useSelectedByDefault<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Selection<Item> {
  const [deselected, setDeselected] = useState<ReadonlySet<string>>(new Set());
  return {
    selected: items.filter((item) => !deselected.has(keyOf(item))),
    select(kept) {
      const keys = new Set(kept.map(keyOf));
      setDeselected(new Set(items.map(keyOf).filter((key) => !keys.has(key))));
    },
  };
}
