import { useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { isMac } from '../../../components/dom/isMac';
import type { GridStore } from '../gridModel/gridStore';
import { gridActionOf, type GridAction } from './gridKeys';
import { gridText } from './gridText';

interface GridEvents {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

interface GridInput {
  readonly events: GridEvents;
  /** Whether the focus is in the grid, or was in a removed element of it: a row scrolled away, a field that closed. */
  readonly inside: RefObject<boolean>;
}

/** The grid's keyboard while no cell is open. An open cell has its own keys. */
export function useGridEvents(store: GridStore): GridInput {
  const inside = useRef(false);
  // After Esc, Tab leaves the grid instead of moving to the next cell.
  const leaving = useRef(false);
  const typing = (): boolean => store.state().draft !== null;
  const events: GridEvents = {
    onKeyDown(event) {
      if (typing() || isInHeader(event.target)) return;
      if (event.key === 'Escape') {
        leaving.current = true;
        store.announce(gridText.leaveHint);
        return;
      }
      if (event.key === 'Tab' && (leaving.current || isLast(store, event.shiftKey))) {
        leaving.current = false;
        return;
      }
      if (event.key !== 'Shift') leaving.current = false;
      const action = gridActionOf(event, isMac);
      if (action === null) return;
      // Not for the page's own shortcuts: "?" and "/" are text here.
      event.stopPropagation();
      if (action.kind === 'edit' && action.typed) {
        // Not prevented: the field has the focus by now, and the key types into it.
        flushSync(() => store.edit(true));
        return;
      }
      event.preventDefault();
      act(store, action);
    },
    onFocus() {
      inside.current = true;
    },
    onBlur({ relatedTarget, currentTarget }) {
      if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) inside.current = false;
    },
  };
  return { events, inside };
}

/** Next to the grid, in the description of its problems, F8 moves to them as in the grid itself. */
export const problemKeys =
  (store: GridStore) =>
  (event: KeyboardEvent): void => {
    const action = gridActionOf(event, isMac);
    if (action?.kind !== 'nextProblem' && action?.kind !== 'previousProblem') return;
    event.preventDefault();
    act(store, action);
  };

function act(store: GridStore, action: GridAction): void {
  switch (action.kind) {
    case 'move': {
      store.move(action.move, action.extend);
      return;
    }
    case 'edit':
      store.edit(false);
      return;
    case 'findNext': {
      store.findNext(false);
      return;
    }
    case 'findPrevious': {
      store.findNext(true);
      return;
    }
    case 'nextProblem': {
      store.goToProblem(false);
      return;
    }
    case 'previousProblem': {
      store.goToProblem(true);
      return;
    }
    case 'insertRow':
    case 'deleteRows':
    case 'fillDown':
    case 'clear':
    case 'selectAll':
    case 'selectRows':
    case 'undo':
    case 'redo': {
      store[action.kind]();
      return;
    }
  }
}

/**
 * Copies, cuts and pastes whole cells while one of them has the focus. If no text is selected, Chromium dispatches the event to
 * the body, not the cell.
 * @returns a function that stops it
 */
export function followClipboard(grid: HTMLElement, store: GridStore): () => void {
  const meant = (): boolean => grid.contains(document.activeElement) && store.state().draft === null;
  const copy = (event: ClipboardEvent): void => {
    if (!meant()) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', store.copied());
    if (event.type === 'cut') store.clear();
  };
  const paste = (event: ClipboardEvent): void => {
    if (!meant()) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text !== '') store.paste(text);
  };
  document.addEventListener('copy', copy);
  document.addEventListener('cut', copy);
  document.addEventListener('paste', paste);
  return () => {
    document.removeEventListener('copy', copy);
    document.removeEventListener('cut', copy);
    document.removeEventListener('paste', paste);
  };
}

/** Whether an event is about a column's header, which has its own keys. */
export const isInHeader = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('[role="columnheader"]') !== null;

/** Whether Tab has no further cell to move to. */
function isLast(store: GridStore, back: boolean): boolean {
  const { selection, view } = store.state();
  const { row, column } = selection.active;
  return back ? row === 0 && column === 0 : row === view.length && column === 4;
}
