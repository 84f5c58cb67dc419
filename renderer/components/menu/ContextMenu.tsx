import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { createPortal } from 'react-dom';
import './contextMenu.css';

export interface MenuItem<Id extends string = string> {
  readonly id: Id;
  readonly text: string;
  readonly disabled?: boolean;
}

/** In CSS pixels from the window's top left corner. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface ContextMenuProps<Id extends string> {
  /** What the items are about, for screen readers. */
  readonly label: string;
  readonly at: MenuPlace;
  readonly items: readonly MenuItem<Id>[];
  readonly onSelect: (id: Id) => void;
  readonly onClose: () => void;
}

/**
 * A menu at the pointer, as a right click or the menu key opens it. The arrow keys, Home and End go through the items; Escape, Tab
 * and a click elsewhere close it. The focus returns to where it was.
 */
export function ContextMenu<Id extends string>(props: ContextMenuProps<Id>): ReactElement {
  const { label, at, items, onSelect, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    if (menu.current !== null) place(menu.current, at);
    focusItem(menu.current, () => 0);
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [at]);
  useClosing(menu, onClose);
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    if (move === undefined && event.key !== 'Escape' && event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (move === undefined) onClose();
    else focusItem(menu.current, move);
  };
  return createPortal(
    <div ref={menu} className="context-menu" role="menu" aria-label={label} onKeyDown={onKeyDown}>
      {items.map(({ id, text, disabled = false }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={disabled}
          onClick={() => {
            if (disabled) return;
            onClose();
            onSelect(id);
          }}
        >
          {text}
        </button>
      ))}
    </div>,
    document.body,
  );
}

/** Which item each key goes to. @returns an index; one before the first or after the last continues at the other end */
const moves: Readonly<Record<string, (current: number, count: number) => number>> = {
  ArrowDown: (current) => current + 1,
  ArrowUp: (current) => current - 1,
  Home: () => 0,
  End: (_current, count) => count - 1,
};

function focusItem(menu: HTMLElement | null, move: (current: number, count: number) => number): void {
  const items = [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  const current = items.findIndex((item) => item === document.activeElement);
  items[(move(current, items.length) + items.length) % items.length]?.focus({ preventScroll: true });
}

/** At the point, or as far to the left and up as it needs to be in the window. */
function place(menu: HTMLElement, { x, y }: MenuPlace): void {
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${String(Math.max(0, Math.min(x, window.innerWidth - width)))}px`;
  menu.style.top = `${String(Math.max(0, Math.min(y, window.innerHeight - height)))}px`;
}

/** What it belongs to may have moved, or the person has turned to something else. */
function useClosing(menu: { readonly current: HTMLElement | null }, onClose: () => void): void {
  const closeOutside = useEffectEvent((event: Event): void => {
    if (!(event.target instanceof Node && menu.current?.contains(event.target) === true)) onClose();
  });
  useEffect(() => {
    const listener = (event: Event): void => closeOutside(event);
    const events = ['pointerdown', 'wheel', 'resize', 'blur'];
    for (const each of events) window.addEventListener(each, listener, true);
    return () => {
      for (const each of events) window.removeEventListener(each, listener, true);
    };
  }, []);
}
