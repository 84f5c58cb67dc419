import type { Invitation } from '../../../../shared/domain/invitation/invitation';
import { mailboxKey } from '../../../../shared/domain/invitation/person';
import { isErasedAddress } from '../../../../shared/domain/person/pseudonym';
import { role } from '../../../../shared/domain/invitation/role';
import type { Reach, ReachedInvitation } from './reach';

/** What can be done with which of the selected invitations. */
export interface SelectedInvitations {
  /** All that can be reached. */
  readonly all: readonly ReachedInvitation[];
  /** How many can't be. */
  readonly unreached: number;
  /** Those that can be resent, revoked and get another role. */
  readonly pending: readonly ReachedInvitation[];
  /** Those whose people can be invited again, each person once per account. */
  readonly ended: readonly ReachedInvitation[];
  /** How many ended ones can't be invited again because their address is hidden or erased. */
  readonly hidden: number;
}

/** Sorts the selected invitations. A person who accepted needs no new one. */
export function selectedOf(invitations: readonly Invitation[], reach: Reach): SelectedInvitations {
  const all = invitations.map(reach).filter((reached) => reached !== null);
  const ended = all.filter(({ invitation: { state } }) => state !== 'pending' && state !== 'accepted');
  const whole = ended.filter(({ invitation }) => canBeInvitedAgain(invitation));
  return {
    all,
    unreached: invitations.length - all.length,
    pending: all.filter(({ invitation }) => invitation.state === 'pending'),
    ended: onceEach(whole),
    hidden: ended.length - whole.length,
  };
}

/** The latest one of each person and account, in the order given. */
function onceEach(ended: readonly ReachedInvitation[]): readonly ReachedInvitation[] {
  const latest = new Map<string, ReachedInvitation>();
  for (const reached of ended) {
    const before = latest.get(personKey(reached));
    if (before === undefined || timeOf(reached) > timeOf(before)) latest.set(personKey(reached), reached);
  }
  return ended.filter((reached) => latest.get(personKey(reached)) === reached);
}

const personKey = ({ invitation: { realm, accountId, emailAddress } }: ReachedInvitation): string =>
  JSON.stringify([realm, accountId, mailboxKey(emailAddress)]);

const timeOf = ({ invitation: { createdAt, firstSeenAt } }: ReachedInvitation): number =>
  createdAt ?? firstSeenAt;

/** Amazon may mask an address, it may stand for somebody whose data was erased, and Amazon may have roles that this app can't request (amazon-api §1, §3). */
const canBeInvitedAgain = ({ emailAddress, role: roleNow }: Invitation): boolean =>
  emailAddress.includes('@') &&
  !/[*…]/.test(emailAddress) &&
  !isErasedAddress(emailAddress) &&
  role.safeParse(roleNow.toLowerCase()).success;
