import type { ReactElement } from 'react';
import type { RowFinding } from '../../../../shared/domain/batch/batch';

interface FindingSignProps {
  readonly level: RowFinding['level'];
  /** Its text for screen readers, and on hover. */
  readonly label: string;
}

const drawings: Readonly<Record<RowFinding['level'], string>> = {
  error: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM5.5 5.5l5 5m0-5-5 5',
  warning: 'M8 2 15 14H1L8 2Zm0 4.5v4M8 12v.6',
};

/**
 * The icon of an error (a circle) or a warning (a triangle). Drawn here, because a screen full of Cloudscape's icons is too slow
 * while scrolling.
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
      <path d={drawings[level]} />
    </svg>
  );
}
