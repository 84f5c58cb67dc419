import type { TableProps } from '@cloudscape-design/components/table';
import { useEffect, useRef, useState } from 'react';
import type { MenuPlace } from './ContextMenu';

/** The row whose menu is open, and where. */
export interface OpenedRow<Item> extends MenuPlace {
  readonly item: Item;
}

interface RowMenu<Item> {
  /** Null: no menu is open. */
  readonly opened: OpenedRow<Item> | null;
  readonly close: () => void;
  /** For the table. */
  readonly onRowContextMenu: NonNullable<TableProps<Item>['onRowContextMenu']>;
}

/** The menu of a table's rows, opened by a right click or the menu key. Selected text keeps the menu that copies it. */
export function useRowMenu<Item>(onOpen?: (item: Item) => void): RowMenu<Item> {
  const [opened, setOpened] = useState<OpenedRow<Item> | null>(null);
  const hadSelectedText = useSelectedTextBefore();
  return {
    opened,
    close: () => setOpened(null),
    onRowContextMenu(event) {
      if (hadSelectedText()) return;
      event.preventDefault();
      window.getSelection()?.removeAllRanges();
      const { item, clientX: x, clientY: y } = event.detail;
      onOpen?.(item);
      setOpened({ item, x, y });
    },
  };
}

/** Whether text was selected when the mouse or a key was pressed: on a Mac a right click then selects the word below it. */
function useSelectedTextBefore(): () => boolean {
  const before = useRef(false);
  useEffect(() => {
    const look = (): void => {
      before.current = window.getSelection()?.toString().trim() !== '';
    };
    window.addEventListener('pointerdown', look, true);
    window.addEventListener('keydown', look, true);
    return () => {
      window.removeEventListener('pointerdown', look, true);
      window.removeEventListener('keydown', look, true);
    };
  }, []);
  return () => before.current;
}
