import type { ReactElement } from 'react';
import type { RowFinding } from '../../../../shared/domain/batch/batch';
import { gridText } from './gridText';

interface FindingSignProps {
  readonly level: RowFinding['level'];
  /** What it says to those who cannot see it, and on hover. */
  readonly label: string;
}

/**
 * The sign of an error (a circle) or a warning (a triangle). Drawn here, because a screen full of Cloudscape's icons
 * takes too long while one scrolls.
 */
export function FindingIcon({ level, label }: FindingSignProps): ReactElement {
  return (
    <svg
      className={`finding-sign is-${level}`}
      viewBox="0 0 16 16"
      role="img"
      aria-label={`${level === 'error' ? 'Error' : 'Warning'}: ${label}`}
    >
      <title>{label}</title>
      {level === 'error' ? <path d={gridText.mAZmLM} /> : <path d={gridText.mHLZmV} />}
    </svg>
  );
}
