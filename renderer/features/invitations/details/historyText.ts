import type {
  Evidence,
  InvitationState,
  TimelineEntry,
} from '../../../../shared/domain/invitation/invitation';

/** How certain a state is, and why, as a sentence. */
export function evidenceText(state: InvitationState, evidence: Evidence | null): string {
  switch (evidence) {
    case 'listed':
      return 'Certain: it’s in Amazon’s list of pending invitations.';
    case 'ours':
      return 'Certain: Amazon confirmed the change made with this app.';
    case 'amazon':
      return 'Certain: Amazon reported it for this invitation.';
    case 'user':
      return 'Certain: a user with exactly this address is in the account.';
    case 'maskedUser':
      return 'Probable: Amazon masks its users’ addresses, and one user’s masked address matches this one and no other invited person’s. That user may have had access before.';
    case 'expiry':
      return 'Probable: Amazon no longer lists it, and it’s past its expiration date.';
    case 'absence':
      return 'Unknown: Amazon no longer lists it and doesn’t say why. It may have been accepted, or revoked by someone else.';
    case null:
      return state === 'pending'
        ? 'It was pending when Amazon’s list was last read.'
        : 'Source not recorded.';
  }
}

/** The same for an expired pending one (`isOverdue`). */
export const overdueText =
  'Unconfirmed: it was pending when last checked, and has passed its expiration date since. Refresh its account to get its current state. If you’re only a viewer there, or Amazon no longer lists the account for you, ask one of its admins.';

const results: Record<NonNullable<TimelineEntry['result']>, string> = {
  done: '',
  failed: ' – rejected',
  inDoubt: ' – unconfirmed',
};

/** One line of the history. @param now ms since 1970 */
export function timelineText(entry: TimelineEntry, state: InvitationState, now: number): string {
  const { what, result, by, detail, colleague } = entry;
  if (colleague !== null) return colleaguesText(entry, colleague);
  const who = by === null ? '' : ` by ${by}`;
  const ended = result === null ? '' : results[result];
  switch (what) {
    case 'created':
      return `Created${who}, according to Amazon`;
    case 'firstSeen':
      return 'First seen in Amazon’s list, or created with this app';
    case 'lastSeen':
      return 'Last seen in Amazon’s list';
    case 'create':
      return `Sent with this app${who}${ended}`;
    case 'resend':
      return `Resent with this app${who}${ended}`;
    case 'revoke':
      return `Revoked with this app${who}${ended}`;
    case 'redeem':
      return `Redeemed with this app${who}${ended}`;
    case 'addToInstances':
      return `Ticked off as added to instances${who}: ${detail ?? ''}`;
    case 'takeBackInstances':
      return `Ticking off undone${who}: ${detail ?? ''}`;
    case 'state':
      return stateTexts[state];
    case 'expires':
      return state === 'pending' && entry.at > now ? 'Expires if nobody accepts it' : 'Expired';
  }
}

/** The same of what a colleague's app did or found. */
function colleaguesText(
  { what, result, by, detail }: TimelineEntry,
  { name, state }: NonNullable<TimelineEntry['colleague']>,
): string {
  if (state !== null) return `${stateTexts[state]} to ${name}’s app`;
  const who = by === null ? '' : ` by ${by}`;
  const ended = result === null ? '' : results[result];
  const done = actionTexts[what] ?? what;
  return `${done} with ${name}’s app${who}${ended}${what.endsWith('Instances') && detail !== null ? `: ${detail}` : ''}`;
}

const actionTexts: Partial<Record<TimelineEntry['what'], string>> = {
  create: 'Sent',
  resend: 'Resent',
  revoke: 'Revoked',
  redeem: 'Redeemed',
  addToInstances: 'Ticked off as added to instances',
  takeBackInstances: 'Ticking off undone',
};

/** Where a colleague's line comes from. @param learned when this app learned it, as text */
export const sourceText = (learned: string): string => `From the team, learned ${learned}`;

const stateTexts: Record<InvitationState, string> = {
  pending: 'Known to be pending',
  accepted: 'Known to be accepted',
  revoked: 'Known to be revoked',
  lapsed: 'Known to have expired',
  gone: 'No longer in Amazon’s list',
};
