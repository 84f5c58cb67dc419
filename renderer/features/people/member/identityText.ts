import type { Identity } from '../../../../shared/domain/person/identity';
import { formatDate, formatList } from '../../../../shared/text/formats';

/** What people read about who is behind a user ID. */
export const identityText = {
  title: 'Who this is',
  description:
    'Amazon masks addresses. What you confirm holds in every account that lists this user ID, and can be undone.',
  confidence: { certain: 'Certain', probable: 'Probable', possible: 'Possible', none: 'Unknown' },
  address: 'Email address',
  unknown: 'Nobody knows whose user ID this is.',
  confirm: 'Confirm',
  confirmAddress: (address: string) => `Confirm that this is ${address}`,
  notThis: 'Someone else',
  notThisAddress: (address: string) => `This isn’t ${address}`,
  undo: 'Undo',
  undoOf: (address: string) => `Undo your decision about ${address}`,
  enter: 'If you know who this is',
  enterPlaceholder: 'Whole email address',
  failed: 'Couldn’t keep your decision',
  same: (address: string, at: number) => `Confirmed as ${address} on ${formatDate(at)}.`,
  notSame: (address: string, at: number) => `Ruled out: ${address}, on ${formatDate(at)}.`,
  byColleague: 'A colleague confirmed it. It counts as certain here once you confirm it too.',
  disputed: 'Your colleagues disagree, so nothing is concluded. Decide it here.',
  sameBy: (who: string, address: string, at: number) =>
    `${who} confirmed ${address} on ${formatDate(at)} (from the team).`,
  notSameBy: (who: string, address: string, at: number) =>
    `${who} ruled out ${address} on ${formatDate(at)} (from the team).`,
  contradicted: 'Amazon also lists this user ID in a form that this address doesn’t fit. Check it.',
};

/** Why an address is, or may be, behind a user ID; or why none is. */
export function whyText({
  rule,
  candidates,
  confidence,
}: Pick<Identity, 'rule' | 'candidates' | 'confidence'>): string {
  if (confidence === 'none' && candidates.length > 1) {
    return `${formatList(candidates)} fit equally well, so nothing is concluded.`;
  }
  switch (rule) {
    case 'confirmed':
      return 'You confirmed it.';
    case 'wholeAddress':
      return 'Amazon shows the whole address.';
    case 'colleague':
      return confidence === 'none' ? identityText.disputed : identityText.byColleague;
    case 'acceptedInvitation':
      return 'An invitation to this address was accepted, and no other new member fits it.';
    case 'uniqueFit':
      return 'Of all known addresses only this one fits.';
    case null:
      return identityText.unknown;
  }
}
