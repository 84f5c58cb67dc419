import { ruleText } from '../../../shared/domain/approval/approvalText';
import type { TeamRule, TeamRules } from '../../../shared/domain/team/teamRules';

const soloText: Record<TeamRule['soloSending'], string> = {
  never: 'never',
  withReason: 'with a typed reason',
};

/** Rules in a few words. */
export const textOfRules = ({ approval, soloSending }: TeamRule): string =>
  `approval by a second person ${ruleText(approval)}; sending without the team’s database ${soloText[soloSending]}`;

/** The English of the team's rules. */
export const rulesText = {
  changedMeanwhile:
    'Another administrator changed the team’s rules meanwhile, so yours weren’t saved. Look at the current ones, then change them again.',
  notLoosened: 'The team’s rules weren’t changed.',
  /** A change of the rules in the record. */
  change: (before: TeamRules, after: TeamRule): string =>
    `Team rules, version ${String(before.version + 1)}: ${textOfRules(after)}. Before: ${textOfRules(before.rule)}.`,
};
