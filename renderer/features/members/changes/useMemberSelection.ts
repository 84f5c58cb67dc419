import { useState } from 'react';

interface MemberSelectionDeps<Item> {
  /** Whose members they are, such as an account: those of another one aren't selected. */
  readonly of: string;
  /** Those of the page. */
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
}

/** The selected members of a list, across pages and filters, with the page's latest data. */
export function useMemberSelection<Item>({
  of,
  items,
  keyOf,
}: MemberSelectionDeps<Item>): readonly [readonly Item[], (members: readonly Item[]) => void] {
  const [selection, setSelection] = useState<{ readonly of: string; readonly members: readonly Item[] }>({
    of,
    members: [],
  });
  const current = new Map(items.map((item) => [keyOf(item), item]));
  const members = selection.of === of ? selection.members : [];
  return [
    members.map((member) => current.get(keyOf(member)) ?? member),
    (now) => setSelection({ of, members: now }),
  ];
}
