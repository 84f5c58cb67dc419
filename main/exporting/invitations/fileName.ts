import { isoMinute } from '../../../shared/text/formats';
import { fileNamePart } from '../../files/fileNamePart';

/** Max length of the filter in a file name, in bytes. */
const maxTextLength = 80;

/**
 * A name for the file, with what it holds and when it was made: "AMC invitations, Pending, expiring within 3 days, 2026-11-24
 * 0822.csv". Characters that any system forbids in a name are removed.
 * @param texts of the filter; see filterWords
 * @param now ms since 1970; shown in the person's own time zone
 */
export function exportFileName(texts: readonly string[], now: number, format: 'csv' | 'xlsx'): string {
  const { part, cut } = fileNamePart(texts.join(', '), maxTextLength);
  const filter = cut ? `${part} and more` : part;
  return `${['AMC invitations', filter, isoMinute(now)].filter((part) => part !== '').join(', ')}.${format}`;
}
