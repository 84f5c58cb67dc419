import type { TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
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
  return {
    opened,
    close: () => setOpened(null),
    onRowContextMenu(event) {
      if (window.getSelection()?.toString().trim() !== '') return;
      event.preventDefault();
      const { item, clientX: x, clientY: y } = event.detail;
      onOpen?.(item);
      setOpened({ item, x, y });
    },
  };
}
