import { z } from 'zod';
import { approvalRule, defaultApprovalRule, loosens } from '../approval/approvalRule';

/**
 * Whether somebody may send in shared accounts while the team's store is away:
 * - `never`: it waits until the store is back.
 * - `withReason`: a person may, with a typed reason. Colleagues may invite the same people meanwhile.
 */
export const soloSendings = ['never', 'withReason'] as const;

/** What holds for everybody of a team. */
export const teamRule = z.strictObject({
  /** For batches that touch a shared account; the stricter of this and one's own counts. */
  approval: approvalRule,
  soloSending: z.enum(soloSendings),
});
export type TeamRule = z.infer<typeof teamRule>;

/** As long as no administrator set one. */
export const defaultTeamRule: TeamRule = { approval: defaultApprovalRule, soloSending: 'never' };

/** What counts instead of rules that this version can't read: nobody sends with an older, maybe looser one. */
export const strictestTeamRule: TeamRule = {
  approval: { needed: 'always', people: 1, approvalDays: 1, snapshotDays: 1 },
  soloSending: 'never',
};

/** A version of the team's rules, as last heard. */
export const teamRules = z.object({
  /** 0: nobody set any yet. */
  version: z.int().min(0),
  rule: teamRule,
  /** Whether this version of the app can read them; otherwise the strictest ones stand here, and nothing is sent. */
  isReadable: z.boolean(),
  /** Who set it, as the team names them; empty in version 0. */
  author: z.string().max(80),
  /** ms since 1970, by the store's clock; null in version 0. */
  setAt: z.number().nullable(),
});
export type TeamRules = z.infer<typeof teamRules>;

export const noTeamRules: TeamRules = {
  version: 0,
  rule: defaultTeamRule,
  isReadable: true,
  author: '',
  setAt: null,
};

/** Whether something that was forbidden, or needed an approval, no longer is. */
export const loosensTeam = (before: TeamRule, after: TeamRule): boolean =>
  loosens(before.approval, after.approval) ||
  (before.soloSending === 'never' && after.soloSending === 'withReason');
