import type { DryRun } from '../../../../shared/domain/batch/batch';
import { pluralize } from '../../../../shared/text/pluralize';
import { formatNumber } from '../../../../shared/text/formats';
import { sendingText } from './sendingText';

/** What sending will do, in a sentence or two. */
export function sendSummary(numbers: DryRun, notify: boolean | null): string {
  const { invitations, admins, accounts, emails, blockedRows } = numbers;
  return [
    invitations === 0
      ? sendingText.nothingToSend
      : sendingText.invitationsToSend(
          pluralize(invitations, 'invitation'),
          pluralize(accounts.length, 'account'),
          admins === 0 ? 'none' : formatNumber(admins),
        ),
    ...(invitations === 0 || notify === null
      ? []
      : [notify ? sendingText.emailsByAmazon(pluralize(emails, 'email')) : sendingText.noEmails]),
    ...(blockedRows === 0 ? [] : [sendingText.heldBackRows(pluralize(blockedRows, 'row'))]),
  ].join(' ');
}
