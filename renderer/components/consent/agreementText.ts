import { pluralize } from '../../../shared/text/pluralize';
import type { Agreement, Difference } from '../../../shared/domain/outbox/agreement';
import { formatNumber } from '../../../shared/text/formats';
import type { Consenting } from './consenting';
import { consentText } from './consentText';
import { isTyped } from '../../../shared/domain/outbox/agreement';

/** Why nothing was done, and what would be done now. @param what one of the things changed, such as “row” */
export function differenceText({ now, changed }: Difference, what: string): string {
  const changes =
    changed === null
      ? 'The invitations are no longer the same.'
      : changed === 0
        ? 'How people are notified changed since you opened this.'
        : `${pluralize(changed, what)} changed since you opened this.`;
  const outcome = now.total === 0 ? 'Now there’s nothing left to do.' : `Now it’s ${countsText(now)}.`;
  return `${changes} ${outcome} Nothing was done yet: check the new numbers, then confirm again.`;
}

/** “5 invitations, 3 as admin”. */
export const countsText = ({ total, admins }: Pick<Agreement, 'total' | 'admins'>): string =>
  `${pluralize(total, 'invitation')}, ${admins === 0 ? 'none' : formatNumber(admins)} as admin`;

/** “Type 1200 to confirm”, as the label of a field. */
export const typeText = (number: number): string => `Type ${String(number)} to confirm`;

/** Why a change can't be confirmed yet; undefined if it can. */
export function missingText({ number, consent }: Consenting): string | undefined {
  if (consent !== null) return undefined;
  return number === null ? consentText.numbersMissing : typeText(number);
}

/** What is wrong with the typed number; null while it is right or still empty. */
export const typedError = (number: number, typed: string): string | null =>
  typed.trim() === '' || isTyped(number, typed) ? null : `This isn’t ${String(number)}.`;
