import type { ReactElement } from 'react';
import { counted } from '../../components/text/formatTime';
import { paletteText } from './paletteText';
import { TextWith } from '../../components/text/TextWith';

interface PaletteFootProps {
  readonly search: string;
  readonly shown: number;
  /** Whether more may be found in a moment. */
  readonly searching: boolean;
  /** Accounts that match too and are not listed. */
  readonly more: number;
}

/** The number of results, also announced to screen readers, and how to use the list. */
export function PaletteFoot(props: PaletteFootProps): ReactElement {
  return (
    <div className="palette-foot">
      <span role="status">{statusOf(props)}</span>
      <span className="palette-hint">
        <TextWith text={paletteText.selectHint} places={{ up: <kbd>↑</kbd>, down: <kbd>↓</kbd> }} />
      </span>
      <span className="palette-hint">
        <TextWith text={paletteText.openHint} places={{ key: <kbd>{paletteText.enter}</kbd> }} />
      </span>
      <span className="palette-hint">
        <TextWith text={paletteText.closeHint} places={{ key: <kbd>{paletteText.esc}</kbd> }} />
      </span>
    </div>
  );
}

function statusOf({ search, shown, searching, more }: PaletteFootProps): string {
  if (shown === 0 && searching) return paletteText.searching;
  if (shown === 0) return paletteText.nothingFound(search);
  if (more > 0) return paletteText.moreAccounts(more);
  return search === '' ? '' : counted(shown, 'match', 'matches');
}
