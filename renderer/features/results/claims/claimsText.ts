import type { BarringClaim, ClaimSettlement } from '../../../../shared/domain/team/barringClaim';
import type { Operation } from '../../../../shared/domain/outbox/operation';
import { formatMoment } from '../../../../shared/text/formats';

const whose = ({ colleague, isOwn }: Pick<BarringClaim, 'colleague' | 'isOwn'>): string =>
  isOwn ? 'your other computer’s' : `${colleague}’s`;

const changes: Record<BarringClaim['kind'], string> = {
  create: 'invitation',
  setRole: 'change of role',
  removeMember: 'removal',
};

/** What people read about settling what a colleague's app left open. */
export const claimsText = {
  settle: 'Settle…',
  settleOf: (person: string) => `Settle what blocks the change of ${person}`,
  title: (claim: BarringClaim | null) =>
    claim === null ? 'Settle what blocks this change' : `Settle ${whose(claim)} change?`,
  asking: 'Asking the team’s database',
  unknown: 'The team’s database couldn’t say what blocks this change',
  nothing: 'Nothing blocks this change anymore. Retry it if it’s still needed.',
  about: (claim: BarringClaim, person: string) =>
    `On ${formatMoment(claim.claimedAt)}, ${claim.isOwn ? 'your other computer' : claim.colleague} began the ${changes[claim.kind]} of ${person}, and never said how that ended.`,
  running: (claim: BarringClaim) =>
    claim.isOwn
      ? 'That app is running, or may come back from a short sleep. It settles this itself: look there.'
      : `${claim.colleague}’s app is running, or may come back from a short sleep. It settles this itself: ask ${claim.colleague}.`,
  until: (at: number) => `You can settle it here from ${formatMoment(at)} on, if nothing changes.`,
  tooEarly: 'Amazon may still carry it out.',
  what: (claim: BarringClaim) =>
    claim.kind === 'create'
      ? 'The app now reads Amazon’s pending invitations twice. If they show this one, the team notes that it was made. If it’s certainly not there, the person is free again. Nothing is sent.'
      : 'The app now reads the account’s members. If they show the change, the team notes that it was made. If not, the person is free again. Nothing is sent.',
  read: 'Read Amazon’s list',
  failed: 'It couldn’t be settled',
  open: {
    early: 'It’s too early: Amazon may still carry it out.',
    unread: 'Amazon’s list couldn’t be read completely, so nothing was settled. Try again later.',
    turn: 'A colleague is sending in this account now. Try again in a moment.',
    joined:
      'The invitation isn’t listed, but the person has access to the account: they may have accepted it, or had access before. Decide what happened.',
    several: 'Several pending invitations may be this one. Decide what happened.',
    unclear: 'Amazon’s list doesn’t show enough to tell. Decide what happened.',
  } satisfies Record<Extract<ClaimSettlement, { outcome: 'open' }>['why'], string>,
  question: 'What happened?',
  wasDone: 'It was done',
  wasDoneHint: 'The team notes it as done by the colleague. Nobody is invited again unnoticed.',
  wasNotDone: 'It wasn’t done',
  wasNotDoneHint: 'The person is free again. If it was done after all, a retry would do it twice.',
  decide: 'Save for the team',
  settled: (settlement: ClaimSettlement, claim: BarringClaim): string => {
    if (settlement.outcome === 'open') return claimsText.open[settlement.why];
    if (settlement.outcome === 'gone') return claimsText.nothing;
    const source = settlement.byList ? 'By Amazon’s list' : 'As you decided';
    return settlement.outcome === 'done'
      ? `${source}, ${whose(claim)} ${changes[claim.kind]} was made. The team knows now, and so will ${claim.isOwn ? 'that app' : claim.colleague}.`
      : `${source}, ${whose(claim)} ${changes[claim.kind]} wasn’t made. The person is free: retry if the change is still needed.`;
  },
  close: 'Close',
  settlementOf: ({ colleague, isOwn, state, at }: NonNullable<Operation['teamSettlement']>): string => {
    const outcome = state === 'done' ? 'done' : 'not done';
    return isOwn
      ? `${colleague} settled this for the team on ${formatMoment(at)}: ${outcome}.`
      : `${colleague}’s change, which blocked this one, was settled here on ${formatMoment(at)}: ${outcome}.`;
  },
};
