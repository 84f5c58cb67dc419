import { z } from 'zod';
import { maxRows } from '../batch/batch';

/**
 * Which batches need a second person:
 * - `admins`: those that invite an admin. `people`: those that invite more than `people`.
 */
const approvalNeeds = ['never', 'admins', 'people', 'always'] as const;

export const approvalRule = z.strictObject({
  needed: z.enum(approvalNeeds),
  people: z.int().min(1, 'Enter a number from 1.').max(maxRows),
  /** After how many days an approval no longer counts. */
  approvalDays: z.int().min(1, 'Enter a number of days from 1.').max(365, 'Enter at most 365 days.'),
  /** The same for the drafter's reading of the accounts. */
  snapshotDays: z.int().min(1, 'Enter a number of days from 1.').max(365, 'Enter at most 365 days.'),
});
export type ApprovalRule = z.infer<typeof approvalRule>;

export const defaultApprovalRule: ApprovalRule = {
  needed: 'never',
  people: 50,
  approvalDays: 20,
  snapshotDays: 7,
};

/** What is counted of a batch before it is sent. */
interface Counted {
  readonly total: number;
  readonly admins: number;
}

/** Whether sending this many people needs somebody else's approval. */
export function needsApproval({ needed, people }: ApprovalRule, { total, admins }: Counted): boolean {
  switch (needed) {
    case 'never':
      return false;
    case 'admins':
      return admins > 0;
    case 'people':
      return total > people;
    case 'always':
      return true;
  }
}

/**
 * The rule that counts for what is sent where a team's rule holds beside one's own: what either needs is needed, and the shorter
 * times count.
 */
export function stricterFor(counted: Counted, own: ApprovalRule, team: ApprovalRule): ApprovalRule {
  const counting = [team, own].filter(({ needed }) => needed !== 'never');
  const base = [team, own].find((rule) => needsApproval(rule, counted)) ?? counting[0] ?? own;
  return {
    ...base,
    approvalDays: Math.min(...[base, ...counting].map(({ approvalDays }) => approvalDays)),
    snapshotDays: Math.min(...[base, ...counting].map(({ snapshotDays }) => snapshotDays)),
  };
}

/** Whether something that needed an approval, or a newer one, no longer does. */
export function loosens(before: ApprovalRule, after: ApprovalRule): boolean {
  if (before.needed === 'never') return false;
  if (after.approvalDays > before.approvalDays || after.snapshotDays > before.snapshotDays) return true;
  if (after.needed === 'always') return false;
  if (before.needed !== after.needed) return true;
  return after.needed === 'people' && after.people > before.people;
}
