import type {
  Evidence,
  InvitationState,
  TimelineEntry,
} from '../../../../shared/domain/invitation/invitation';

/** How sure a state is, and what makes it so, as a sentence. */
export function evidenceText(state: InvitationState, evidence: Evidence | null): string {
  switch (evidence) {
    case 'listed':
      return 'Certain: Amazon’s list of pending invitations names it.';
    case 'ours':
      return 'Certain: Amazon confirmed the change made with this app.';
    case 'amazon':
      return 'Certain: Amazon said so when asked for this invitation alone.';
    case 'user':
      return 'Certain: a user with exactly this address is in the account.';
    case 'maskedUser':
      return 'Probable: Amazon hides part of its users’ addresses, and one user’s masked address fits this one and no other invited person’s. That user may have been there before.';
    case 'expiry':
      return 'Probable: Amazon no longer lists it, and its two weeks are over.';
    case 'absence':
      return 'Unknown what became of it: Amazon no longer lists it, and nothing it tells explains why. It may have been accepted, or revoked by somebody else.';
    case null:
      return state === 'pending'
        ? 'It was pending when Amazon’s list was last read.'
        : 'How this became known was not kept.';
  }
}

/** The same of a pending one whose two weeks are over (`isOverdue`). */
export const overdueText =
  'Not confirmed: it was pending when this was last known, and its two weeks are over since. Refresh its account to learn what became of it; where you are only a viewer, or Amazon no longer lists the account to you, ask an admin of it.';

const results: Record<NonNullable<TimelineEntry['result']>, string> = {
  done: '',
  failed: ' – refused',
  inDoubt: ' – in doubt',
};

/** One line of the history. @param now ms since 1970 */
export function timelineText(entry: TimelineEntry, state: InvitationState, now: number): string {
  const { what, result, by } = entry;
  const who = by === null ? '' : ` by ${by}`;
  const ended = result === null ? '' : results[result];
  switch (what) {
    case 'created':
      return `Created${who}, as Amazon tells`;
    case 'firstSeen':
      return 'First seen in Amazon’s list, or made with this app';
    case 'lastSeen':
      return 'Last seen in Amazon’s list';
    case 'create':
      return `Sent with this app${who}${ended}`;
    case 'resend':
      return `Resent with this app${who}${ended}`;
    case 'revoke':
      return `Revoked with this app${who}${ended}`;
    case 'state':
      return stateTexts[state];
    case 'expires':
      return state === 'pending' && entry.at > now
        ? 'Will lapse if nobody accepts it'
        : 'Its two weeks ended';
  }
}

const stateTexts: Record<InvitationState, string> = {
  pending: 'Known to be pending',
  accepted: 'Known to be accepted',
  revoked: 'Known to be revoked',
  lapsed: 'Known to have lapsed',
  gone: 'No longer in Amazon’s list',
};
