import type { ApprovalRule } from '../../../shared/domain/approval/approvalRule';
import { ruleText } from '../../../shared/domain/approval/approvalText';

/** A change of the rule in the record. */
export const ruleChangeText = (before: ApprovalRule, after: ApprovalRule): string =>
  `Approval by a second person: ${ruleText(after)}. Before: ${ruleText(before)}.`;
