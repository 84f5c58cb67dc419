import { pluralize } from '../../../shared/text/pluralize';

/** The English of sending without the team. */
export const soloText = {
  notAway:
    'The team’s database isn’t away, or this app may not send with it. What waits is sent by the team’s rules, so nothing was sent without it.',
  notAllowed:
    'The team’s rules don’t allow sending without the team’s database. It waits until that is back.',
  rulesChanged: 'The team’s rules changed meanwhile, so nothing was sent. Look at them, then decide again.',
  otherNumber: (count: number) =>
    count === 0
      ? 'Nothing of this run waits for the team any longer.'
      : `Now ${pluralize(count, 'change')} of this run wait for the team, so nothing was sent. Decide again.`,
  noDouble: 'These invitations are no longer listed as twice. Look at the list again.',
  decided: (count: number, runId: number, reason: string, version: number) =>
    `${pluralize(count, 'change')} of run ${String(runId)}, by version ${String(version)} of the team’s rules: ${reason}`,
};
