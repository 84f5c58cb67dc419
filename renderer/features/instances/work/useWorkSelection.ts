import { useState, type ComponentProps } from 'react';
import { useRowSelection } from '../../../components/table/useRowSelection';
import { drawnSelection, selectedPeople, type PersonRow, type WorkRow } from './workRows';

interface WorkSelection {
  /** The rows drawn as selected. */
  readonly shown: readonly WorkRow[];
  /** The selected people of the page. */
  readonly people: readonly PersonRow[];
  readonly select: (rows: readonly WorkRow[]) => void;
  readonly clear: () => void;
  /** For the element around the table. */
  readonly rows: Pick<ComponentProps<'div'>, 'onMouseDown' | 'onClick'>;
}

/** The selected people of a page; an account's row stands for all of its people. */
export function useWorkSelection(rows: readonly WorkRow[]): WorkSelection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const shown = drawnSelection(rows, selected);
  const select = (now: readonly WorkRow[]): void => setSelected(selectedPeople(rows, selected, now));
  return {
    shown,
    people: rows.flatMap((row) => (row.kind === 'person' && selected.has(row.key) ? [row] : [])),
    select,
    clear: () => setSelected(new Set()),
    rows: useRowSelection({ items: rows, selected: shown, isSelectable: () => true, onSelect: select }),
  };
}
