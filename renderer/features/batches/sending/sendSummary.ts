import type { DryRun } from '../../../../shared/domain/batch/batch';
import { counted } from '../../../../shared/text/pluralize';

/** What sending will do, in a sentence or two. */
export function sendWords(numbers: DryRun, notify: boolean | null): string {
  const { invitations, admins, accounts, emails, blockedRows: held } = numbers;
  const heldBack =
    held === 0 ? '' : ` ${counted(held, 'row')} with errors ${held === 1 ? 'stays' : 'stay'} behind.`;
  if (invitations === 0) return `No row can go now.${heldBack}`;
  const who = admins === 0 ? 'none of them as admin' : `${counted(admins, 'of them', 'of them')} as admin`;
  const mail =
    notify === true
      ? ` Amazon will send ${counted(emails, 'e-mail')}.`
      : notify === false
        ? ' Amazon will send no e-mail: you pass the links on.'
        : '';
  return `${counted(invitations, 'invitation')} to ${counted(accounts.length, 'account')}, ${who}.${mail}${heldBack}`;
}
