import type { DryRun } from '../../../../shared/domain/batch/batch';
import { pluralize } from '../../../../shared/text/pluralize';

/** What sending will do, in a sentence or two. */
export function sendSummary(numbers: DryRun, notify: boolean | null): string {
  const { invitations, admins, accounts, emails, blockedRows: held } = numbers;
  const heldBack =
    held === 0 ? '' : ` ${pluralize(held, 'row')} with errors ${held === 1 ? 'stays' : 'stay'} behind.`;
  if (invitations === 0) return `No row can go now.${heldBack}`;
  const who = admins === 0 ? 'none of them as admin' : `${pluralize(admins, 'of them', 'of them')} as admin`;
  const mail =
    notify === true
      ? ` Amazon will send ${pluralize(emails, 'e-mail')}.`
      : notify === false
        ? ' Amazon will send no e-mail: you pass the links on.'
        : '';
  return `${pluralize(invitations, 'invitation')} to ${pluralize(accounts.length, 'account')}, ${who}.${mail}${heldBack}`;
}
