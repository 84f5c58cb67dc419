import { pluralize } from '../../../shared/text/pluralize';
import type { Agreement, Difference } from '../../../shared/domain/outbox/agreement';
import { formatNumber } from '../../../shared/text/formats';
import type { Consenting } from './consenting';
import { consentText } from './consentText';
import { isTyped } from '../../../shared/domain/outbox/agreement';

/** What a change is about. */
export type Changed = 'invitation' | 'row' | 'member' | 'item';

/** What the totals of an agreement count. */
const counted: Readonly<Record<Changed, string>> = {
  invitation: 'invitation',
  row: 'invitation',
  member: 'member',
  item: 'change',
};

/** Why nothing was done, and what would be done now. */
export function differenceText({ now, changed }: Difference, what: Changed): string {
  const changes =
    changed === null
      ? `The ${counted[what]}s are no longer the same.`
      : changed === 0
        ? unchangedText(now, what)
        : `${pluralize(changed, what)} changed since you opened this.`;
  const outcome = now.total === 0 ? 'Now there’s nothing left to do.' : `Now it’s ${countsText(now, what)}.`;
  return `${changes} ${outcome} Nothing was done yet: check the new numbers, then confirm again.`;
}

/** What differs where every single change is the same. */
function unchangedText({ sponsoredAds }: Agreement, what: Changed): string {
  if (sponsoredAds.length > 0) return 'What you confirm changed since you opened this.';
  return what === 'member'
    ? 'The account’s members changed since you opened this.'
    : 'How people are notified changed since you opened this.';
}

/** “5 invitations, 3 as admin”. */
export const countsText = (
  { total, admins }: Pick<Agreement, 'total' | 'admins'>,
  what: Changed = 'invitation',
): string => `${pluralize(total, counted[what])}, ${admins === 0 ? 'none' : formatNumber(admins)} as admin`;

/** “Copper Kettle Coffee: 4 of its 14 members with direct access”. */
export const shareText = ({ accountName, total, members }: Agreement['shares'][number]): string =>
  `${accountName}: ${formatNumber(total)} of its ${formatNumber(members)} members with direct access`;

/** “Type 1200 to confirm”, as the label of a field. */
export const typeText = (number: number): string => `Type ${String(number)} to confirm`;

/** Why a change can't be confirmed yet; undefined if it can. */
export function missingText({
  number,
  typed,
  shares,
  sponsoredAds,
  yourself,
  consent,
}: Consenting): string | undefined {
  if (consent !== null) return undefined;
  if (yourself.some(({ isConfirmed }) => !isConfirmed)) return consentText.yourselfMissing;
  if (!sponsoredAds.isConfirmed) return consentText.sponsoredAdsMissing;
  const share = shares.find((each) => !isTyped(each.share.total, each.typed));
  if (share !== undefined) return typeText(share.share.total);
  return number === null || isTyped(number, typed) ? consentText.numbersMissing : typeText(number);
}

/** What is wrong with the typed number; null while it is right or still empty. */
export const typedError = (number: number, typed: string): string | null =>
  typed.trim() === '' || isTyped(number, typed) ? null : `This isn’t ${String(number)}.`;
