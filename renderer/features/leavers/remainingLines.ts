import { roleName } from '../../../shared/domain/invitation/role';
import type { LeaverPlan } from '../../../shared/domain/leaver/leaver';
import { membersText } from '../members/membersText';
import { leaversText } from './leaversText';
import { invitationKeyOf, memberKeyOf, partsOf } from './plan/planParts';

interface RemainingLine {
  readonly key: string;
  readonly text: string;
}

/** What somebody still has, or may have, a line each. */
export function remainingLines(remains: LeaverPlan): readonly RemainingLine[] {
  const { certain, candidates, inherited } = partsOf(remains);
  return [
    ...certain.map((member) => ({
      key: memberKeyOf(member),
      text: leaversText.stillMember(member.accountName, membersText.roleName(member.role)),
    })),
    ...inherited.map((member) => ({
      key: memberKeyOf(member),
      text: leaversText.stillInherited(member.accountName),
    })),
    ...candidates.map(({ key, first, members }) => ({
      key,
      text: leaversText.maybeMember(
        first.maskedEmail || first.userId,
        members.map(({ accountName }) => accountName),
      ),
    })),
    ...remains.invitations.map((invitation) => ({
      key: invitationKeyOf(invitation),
      text: leaversText.stillInvited(invitation.accountName, roleName(invitation.role).toLowerCase()),
    })),
  ];
}
