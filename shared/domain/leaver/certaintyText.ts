import type { LeaverMember } from './leaver';

export const certaintyNames = { certain: 'Certain', probable: 'Probable', possible: 'Possible' } as const;

/** Why a member is taken to be the leaver, or may be. */
export function reasonText({ rule, confidence, emailAddress }: LeaverMember): string {
  switch (rule) {
    case 'confirmed':
      return 'Somebody confirmed that this is the person.';
    case 'wholeAddress':
      return 'Amazon shows the whole address.';
    case 'colleague':
      return 'A colleague confirmed that this is the person (from the team).';
    case 'acceptedInvitation':
      return `An invitation to ${emailAddress ?? ''} was accepted, and no other new member fits it.`;
    case 'uniqueFit':
      return `Of all known addresses only ${emailAddress ?? ''} fits.`;
    case null:
      return confidence === 'certain'
        ? 'Selected by user ID.'
        : `${emailAddress ?? ''} fits, but others may fit too.`;
  }
}
