import { useEffect, useEffectEvent, useRef, type MouseEvent as ReactMouseEvent } from 'react';
import { isMac } from '../dom/isMac';
import { isModalOpen } from '../dom/isModalOpen';
import { isTextField } from '../dom/isTextField';

interface RowSelectionDeps<Item> {
  /** The rows of the page, in order. */
  readonly items: readonly Item[];
  /** Those of this page as the very items of `items`; those of other pages too. */
  readonly selected: readonly Item[];
  readonly isSelectable: (item: Item) => boolean;
  readonly onSelect: (items: readonly Item[]) => void;
}

/** For the element around the table. */
interface RowSelection {
  readonly onMouseDown: (event: ReactMouseEvent) => void;
  readonly onClick: (event: ReactMouseEvent) => void;
}

/**
 * Selecting as in a file manager, beside the checkboxes: a click with Ctrl (Cmd on a Mac) selects a row or not, one with Shift all
 * rows from the last one, Ctrl+A all of the page, and Escape none.
 */
export function useRowSelection<Item>(deps: RowSelectionDeps<Item>): RowSelection {
  const { items, selected, isSelectable, onSelect } = deps;
  const last = useRef<Item | null>(null);
  const add = (added: readonly Item[]): void => {
    onSelect([...selected, ...added.filter((item) => isSelectable(item) && !selected.includes(item))]);
  };
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    if (!isForList(event)) return;
    if (event.key === 'Escape' && selected.length > 0) onSelect([]);
    else if (event.key.toLowerCase() === 'a' && hasMod(event)) add(items);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  return {
    // Otherwise the click would also mark the text between the rows.
    onMouseDown(event) {
      const isInRow = event.target instanceof Element && event.target.closest('tbody > tr') !== null;
      if (isInRow && (hasMod(event) || event.shiftKey)) event.preventDefault();
    },
    onClick(event) {
      const index = rowIndexOf(event.target);
      const item = index === null ? undefined : items[index];
      if (item === undefined || index === null) return;
      if (event.shiftKey) {
        const from = items.findIndex((each) => each === (last.current ?? selected.at(-1)));
        add(items.slice(Math.min(from < 0 ? index : from, index), Math.max(from, index) + 1));
      } else if (hasMod(event)) {
        if (selected.includes(item)) onSelect(selected.filter((each) => each !== item));
        else add([item]);
        last.current = item;
      }
    },
  };
}

const hasMod = ({ ctrlKey, metaKey }: { readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean =>
  isMac ? metaKey : ctrlKey;

/** Not one in a text field, a menu or a dialog, nor one that something else took. */
const isForList = ({ target, defaultPrevented, altKey, shiftKey }: KeyboardEvent): boolean =>
  !defaultPrevented &&
  !altKey &&
  !shiftKey &&
  !isModalOpen() &&
  !isTextField(target) &&
  !(
    target instanceof Element &&
    target.closest('[role="menu"], [role="listbox"], [role="dialog"], [aria-expanded="true"]') !== null
  );

/** The row of a table's body that was clicked; null for what reacts to clicks itself. */
function rowIndexOf(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest('a, button, input, label') !== null) return null;
  const row = target.closest('tbody > tr');
  const rows = [...(row?.parentElement?.children ?? [])];
  return row === null ? null : rows.indexOf(row);
}
