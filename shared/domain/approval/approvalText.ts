import { formatNumber } from '../../text/formats';
import { byCount, pluralize } from '../../text/pluralize';
import type { ApprovalRule } from './approvalRule';
import type { ApprovalFault, BatchApproval } from './approvalStatus';

/** A rule in a few words, as in "Approval by a second person: always". */
export function ruleText({ needed, people, approvalDays, snapshotDays }: ApprovalRule): string {
  if (needed === 'never') return 'never needed';
  const when =
    needed === 'always'
      ? 'always'
      : needed === 'admins'
        ? 'for batches with an admin'
        : `for more than ${pluralize(people, 'person', 'people')}`;
  return `${when} (approvals up to ${pluralize(approvalDays, 'day')} old, data up to ${pluralize(snapshotDays, 'day')})`;
}

/** Why an approval doesn't count, and what to do. */
export function faultText(
  fault: ApprovalFault,
  { approver, sender, uncoveredRowIds }: Pick<BatchApproval, 'approver' | 'sender' | 'uncoveredRowIds'>,
  { approvalDays, snapshotDays }: Pick<ApprovalRule, 'approvalDays' | 'snapshotDays'>,
): string {
  switch (fault) {
    case 'unconfirmedKey':
      return `${approver}’s key wasn’t confirmed here when the approval arrived. Compare its words by phone, confirm it in Settings, then ask for a new approval.`;
    case 'sameKey':
      return 'Nobody approves a batch that they drafted or send themselves.';
    case 'otherSender':
      return `It names ${sender} as the sender, and this installation’s key is another. Ask for one that names you.`;
    case 'otherRealm':
      return 'It’s for accounts of another system: a sandbox approval never counts at Amazon.';
    case 'used':
      return 'It was already used: one approval is good for one send.';
    case 'tooOld':
      return `It’s older than ${pluralize(approvalDays, 'day')}. Ask for a new one.`;
    case 'inFuture':
      return 'It’s dated later than now. Check both computers’ clocks.';
    case 'oldSnapshot':
      return `The accounts were read more than ${pluralize(snapshotDays, 'day')} ago. Use Check online, export again and ask for a new approval.`;
    case 'changed':
      return byCount(
        uncoveredRowIds.length,
        'Of the rows to be sent, 1 isn’t approved as it is now. Undo the change, leave it out, or ask for a new approval.',
        `Of the rows to be sent, ${formatNumber(uncoveredRowIds.length)} aren’t approved as they are now. Undo the change, leave them out, or ask for a new approval.`,
      );
    case 'otherNotify':
      return 'Whether Amazon emails people was changed since. Undo that, or ask for a new approval.';
  }
}
