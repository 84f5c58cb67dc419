import type { DryRun } from '../../../../shared/domain/batch/batch';
import { pluralize } from '../../../../shared/text/pluralize';
import { sendingText } from './sendingText';

/** What sending will do, in a sentence or two. */
export function sendSummary(numbers: DryRun, notify: boolean | null): string {
  const { invitations, admins, accounts, emails, blockedRows: held } = numbers;
  const heldBack =
    held === 0 ? '' : sendingText.heldBackRows(pluralize(held, 'row'), held === 1 ? 'stays' : 'stay');
  if (invitations === 0) return sendingText.nothingToSend(heldBack);
  const who = admins === 0 ? 'none of them as admin' : `${pluralize(admins, 'of them', 'of them')} as admin`;
  const mail =
    notify === true
      ? sendingText.emailsByAmazon(pluralize(emails, 'email'))
      : notify === false
        ? sendingText.noEmails
        : '';
  return `${pluralize(invitations, 'invitation')} to ${pluralize(accounts.length, 'account')}, ${who}.${mail}${heldBack}`;
}
