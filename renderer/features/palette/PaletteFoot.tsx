import type { ReactElement } from 'react';
import { counted } from '../../components/text/formatTime';

interface PaletteFootProps {
  readonly search: string;
  readonly shown: number;
  /** Accounts that match too and are not listed. */
  readonly more: number;
}

/** What the list holds, told to those who cannot see it too, and how to use it. */
export function PaletteFoot({ search, shown, more }: PaletteFootProps): ReactElement {
  return (
    <div className="palette-foot">
      <span role="status">{statusOf({ search, shown, more })}</span>
      <span className="palette-hint">
        <kbd>↑</kbd> <kbd>↓</kbd> choose
      </span>
      <span className="palette-hint">
        <kbd>Enter</kbd> open
      </span>
      <span className="palette-hint">
        <kbd>Esc</kbd> close
      </span>
    </div>
  );
}

function statusOf({ search, shown, more }: PaletteFootProps): string {
  if (shown === 0) return `Nothing has “${search}” in it. Try part of an account’s name or ID.`;
  if (more > 0) return `${counted(more, 'more account')}: type to find ${more === 1 ? 'it' : 'them'}`;
  return search === '' ? '' : counted(shown, 'match', 'matches');
}
