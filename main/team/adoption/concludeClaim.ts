import { mailboxKey } from '../../../shared/domain/invitation/person';
import { maskOf } from '../../access/accountUsers';
import { isWholeAddress } from '../../access/refresh/evidence';
import type { Users } from '../../access/refresh/vanishedInvitations';
import type { AdsInvitation, Entries } from '../../amazonAds/answers';

/** What Amazon's lists show of a colleague's change. */
export type ClaimVerdict =
  | { readonly as: 'done'; readonly invitationId: string | null }
  | { readonly as: 'notThere' }
  | { readonly as: 'joined' | 'several' | 'unclear' };

/** A colleague's invitation of somebody, as the store says. */
export interface ClaimedInvitation {
  /** Normalized. */
  readonly address: string;
  readonly role: string | null;
  /** ms since 1970, by the store's clock. */
  readonly claimedAt: number;
}

/** How far the store's clock and Amazon's may be apart, in ms. */
const clocksApartMs = 2 * 60_000;

/**
 * What two complete readings of the pending list show; both began when a late commit was no longer possible. Without the
 * colleague's journal nobody knows what was listed before the call, so an invitation counts only if it is the only one of this
 * person that no other change made, has the role, and isn't older than the claim.
 * @param others invitations that belong to other changes of anybody
 * @param users who had access after the readings
 */
export function concludeInvitation(
  claim: ClaimedInvitation,
  readings: readonly [Entries<AdsInvitation>, Entries<AdsInvitation>],
  { others, users }: { readonly others: ReadonlySet<string>; readonly users: Users },
): ClaimVerdict {
  if (readings.some(({ unreadable }) => unreadable > 0)) return { as: 'unclear' };
  const [first, second] = readings.map(({ entries }) => possible(claim, entries, others)) as [
    readonly AdsInvitation[],
    readonly AdsInvitation[],
  ];
  const ids = new Set([...first, ...second].map(({ invitationId }) => invitationId));
  if (ids.size > 1) return { as: 'several' };
  if (ids.size === 0) return concludeUnlisted(claim.address, users);
  const [one] = second;
  const isCertain = first.length === 1 && one !== undefined && isClaimed(claim, one);
  return isCertain ? { as: 'done', invitationId: one.invitationId } : { as: 'unclear' };
}

/** The entries that may be the claimed invitation: of this person, or of somebody whose address Amazon hides. */
const possible = (
  { address }: ClaimedInvitation,
  entries: readonly AdsInvitation[],
  others: ReadonlySet<string>,
): readonly AdsInvitation[] =>
  entries.filter(
    ({ invitationId, emailAddress = '' }) => !others.has(invitationId) && mayBe(address, emailAddress),
  );

function mayBe(address: string, listed: string): boolean {
  const mask = maskOf(listed);
  if (mask !== null) return mask(address);
  return !isWholeAddress(listed) || mailboxKey(listed) === address;
}

const isClaimed = (
  { role, claimedAt }: ClaimedInvitation,
  { emailAddress, role: listed, createdAt }: AdsInvitation,
): boolean =>
  isWholeAddress(emailAddress) &&
  (role === null || listed?.toLowerCase() === role.toLowerCase()) &&
  (createdAt === undefined || createdAt + clocksApartMs >= claimedAt);

/** Missing from both readings: the person may have accepted the invitation already. */
function concludeUnlisted(address: string, users: Users): ClaimVerdict {
  if (users === 'later' || users === null) return { as: 'unclear' };
  if (users.has(address)) return { as: 'joined' };
  return users.behindMasks(address).length > 0 ? { as: 'unclear' } : { as: 'notThere' };
}
