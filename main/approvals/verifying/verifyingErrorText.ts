import type { ApprovalRule } from '../../../shared/domain/approval/approvalRule';
import type { BatchApproval } from '../../../shared/domain/approval/approvalStatus';
import { faultText } from '../../../shared/domain/approval/approvalText';

/** Why a batch can't be sent without another approval, and what to do. @param approvals null: its rows are in several realms */
export function refusalText(rule: ApprovalRule, approvals: readonly BatchApproval[] | null): string {
  if (approvals === null) {
    return 'This batch needs a second person’s approval, and its accounts are partly Amazon’s and partly not. Split it, then export each part for approval.';
  }
  const [latest] = approvals;
  const [fault] = latest?.faults ?? [];
  if (latest === undefined || fault === undefined) {
    return 'Nothing was sent: your house rule needs a second person’s approval for this batch. Choose Export for approval and send the file to a colleague.';
  }
  return `Nothing was sent: your house rule needs an approval, and ${latest.approver}’s doesn’t count. ${faultText(fault, latest, rule)}`;
}
