import { memberRefKey, type MemberRef } from '../../../../shared/domain/member/member';
import type { Operation } from '../../../../shared/domain/outbox/operation';
import {
  inviteAgainOf,
  removedOf,
  type InviteAgain,
  type Removed,
} from '../../../../shared/navigation/inviteAgain';
import { refOf } from '../../../queries/accounts';
import { useMemberAddresses } from '../../../queries/people';

/** Letting in again those who were removed, as far as their addresses are certain. */
interface InvitingAgain {
  /** One of them; null for everything else. */
  readonly one: (operation: Operation) => InviteAgain | null;
  /** All of them at once; null if there are none, or the form can't hold them. */
  readonly all: InviteAgain | null;
  /** How many that is, and how many were removed. */
  readonly count: number;
  readonly removed: number;
}

/** What the invite form can be filled in with after these changes. */
export function useInviteAgain(operations: readonly Operation[]): InvitingAgain {
  const members = operations.flatMap((operation) => removedMember(operation) ?? []);
  const addresses = useMemberAddresses(members);
  const ofOperation = (operation: Operation): Removed[] => {
    const member = removedMember(operation);
    const address = member === null ? undefined : addresses?.get(memberRefKey(member));
    return removedOf(address, operation.role);
  };
  const all = operations.flatMap(ofOperation);
  return {
    one: (operation) => inviteAgainOf(ofOperation(operation)),
    all: inviteAgainOf(all),
    count: all.length,
    removed: members.length,
  };
}

function removedMember({ kind, status, userId, ...operation }: Operation): MemberRef | null {
  if (kind !== 'removeMember' || status !== 'done' || userId === null) return null;
  return { ...refOf(operation), userId };
}
