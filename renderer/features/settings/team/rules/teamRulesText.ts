import type { TeamRule, TeamRules } from '../../../../../shared/domain/team/teamRules';
import { formatMoment } from '../../../../../shared/text/formats';

/** What people read in Settings about the team's rules. */
export const teamRulesText = {
  title: (team: string) => `House rules of ${team}`,
  intro:
    'They hold for everybody of the team, for batches in shared accounts. Where your own rules are stricter, yours count.',
  adminsOnly: 'Only team administrators can change them.',
  soloSending: 'Sending while the team’s database is away',
  solo: {
    never: 'Wait until it’s back',
    withReason: 'Allowed with a typed reason',
  } satisfies Record<TeamRule['soloSending'], string>,
  soloHint: {
    never: 'Nothing is sent in shared accounts until then.',
    withReason:
      'Colleagues may invite the same people meanwhile. The team hears of everything sent that way, and people invited twice are listed.',
  } satisfies Record<TeamRule['soloSending'], string>,
  unreadableEffect: 'Until then, nothing is sent in shared accounts.',
  version: ({ version, author, setAt }: TeamRules): string =>
    setAt === null
      ? 'Nobody has set rules yet.'
      : `Version ${String(version)}, set by ${author} on ${formatMoment(setAt)}.`,
  asOf: (lastContactAt: number | null): string =>
    lastContactAt === null
      ? 'The team’s database hasn’t answered yet.'
      : `As last heard on ${formatMoment(lastContactAt)}. They count until the team’s database answers.`,
  failed: 'The team’s rules weren’t changed',
};
