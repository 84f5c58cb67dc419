import { gridCommandLook, type GridCommand } from '../../../../shared/domain/batch/gridCommands';
import type { Move } from '../gridModel/selection';

/** What a key means while the grid, not an open cell, has the focus. */
export type GridAction =
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean }
  /** `typed`: the key itself replaces the cell's content. */
  | { readonly kind: 'edit'; readonly typed: boolean }
  | {
      readonly kind:
        | 'clear'
        | 'selectAll'
        | 'selectRows'
        | 'undo'
        | 'redo'
        | 'fillDown'
        | 'insertRow'
        | 'deleteRows'
        | 'findNext'
        | 'findPrevious'
        | 'nextProblem'
        | 'previousProblem';
    };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const moves: Readonly<Record<string, readonly [plain: Move, withMod: Move]>> = {
  ArrowUp: ['up', 'top'],
  ArrowDown: ['down', 'bottom'],
  ArrowLeft: ['left', 'rowStart'],
  ArrowRight: ['right', 'rowEnd'],
  PageUp: ['pageUp', 'top'],
  PageDown: ['pageDown', 'bottom'],
  Home: ['rowStart', 'start'],
  End: ['rowEnd', 'end'],
};

/** Null: the key isn't the grid's. On a Mac, Cmd replaces Ctrl. */
export function gridActionOf(press: Press, mac: boolean): GridAction | null {
  const { key, altKey, shiftKey } = press;
  const mod = mac ? press.metaKey : press.ctrlKey;
  if (mac ? press.ctrlKey : press.metaKey) return null;
  const move = moves[key];
  if (move !== undefined) {
    return altKey ? null : { kind: 'move', move: move[mod ? 1 : 0], extend: shiftKey };
  }
  if (mod && !altKey) return withMod(key, shiftKey);
  // Alt alone is for menus. Ctrl+Alt is AltGr, and Option alone is a Mac's AltGr: both write characters.
  if (mac ? mod : altKey && !mod) return null;
  switch (key) {
    case 'Tab':
      return { kind: 'move', move: shiftKey ? 'previous' : 'next', extend: false };
    case 'Enter':
      return shiftKey ? { kind: 'move', move: 'up', extend: false } : { kind: 'edit', typed: false };
    case 'F2':
      return { kind: 'edit', typed: false };
    case 'F3':
      return { kind: shiftKey ? 'findPrevious' : 'findNext' };
    case 'F8':
      return { kind: shiftKey ? 'previousProblem' : 'nextProblem' };
    // Shift+Delete cuts and Shift+Insert pastes, as in the system.
    case 'Delete':
      return shiftKey ? null : { kind: 'clear' };
    case 'Insert':
      return shiftKey ? null : { kind: 'insertRow' };
    case 'Backspace':
      return { kind: 'clear' };
    case ' ':
      if (shiftKey) return { kind: 'selectRows' };
      break;
    // A dead key, and a key that an input method handles, begin a text of several presses.
    case 'Dead':
    case 'Process':
      return { kind: 'edit', typed: true };
  }
  return isText(key) ? { kind: 'edit', typed: true } : null;
}

function withMod(key: string, shiftKey: boolean): GridAction | null {
  switch (key.toLowerCase()) {
    case 'a':
      return { kind: 'selectAll' };
    case 'z':
      return { kind: shiftKey ? 'redo' : 'undo' };
    case 'y':
      return { kind: 'redo' };
    case 'd':
      return { kind: 'fillDown' };
    // As in spreadsheets: Ctrl++ and Ctrl+-, with Shift on keyboards that need it; zooming has Ctrl+0.
    case 'enter':
      return { kind: 'insertRow' };
    case 'backspace':
    case 'delete':
      return { kind: 'deleteRows' };
    default:
      return null;
  }
}

/** One character, however many code units it has. */
const isText = (key: string): boolean => /^.$/u.test(key);

/** The key of a command as people read it in a menu. */
export function gridKeyName(command: GridCommand, mac: boolean): string {
  const { accelerator } = gridCommandLook(command, mac);
  return mac
    ? accelerator.replace('Command+', '⌘').replace('Backspace', '⌫').replace('Enter', '↩')
    : accelerator;
}
