import { byCount } from '../../../../shared/text/pluralize';

/** What people read in the dialogs that change invitations. */
export const changesText = {
  andMore: (count: string) => `and ${count} more`,

  inviteAgainTitle: (count: string) => `Invite ${count} again?`,
  inviteAgainConfirm: (count: string) => `Invite ${count} again`,
  inviteAgainFailed: 'Nobody was invited',
  inviteAgainEffect: (count: number) =>
    byCount(
      count,
      'This person gets a new invitation with the same role, valid for two weeks. Old links still don’t work.',
      'Each of these people gets a new invitation with the same role, valid for two weeks. Old links still don’t work.',
    ),

  resendTitle: (count: string) => `Resend ${count}?`,
  resendConfirm: (count: string) => `Resend ${count}`,
  resendEffect: (count: number) =>
    count === 1
      ? 'It’ll be valid for another two weeks. The role stays the same.'
      : 'They’ll be valid for another two weeks. The roles stay the same.',
  resendFailed: 'Nothing was resent',

  changeRoleTitle: (name: string) => `Change the role of ${name}?`,
  changeRoleConfirm: 'Change role',
  changeToRoleConfirm: (role: string) => `Change to ${role}`,
  changeRoleFailed: 'Nothing was changed',
  invitedAs: '{address} is invited to {account} as {role}.' as const,
  invitedAsWithNewRole: '{address} is invited to {account} as {role}. The new role is {newRole}.' as const,
  changeRoleEffect: (name: string) =>
    `Amazon can’t change an invitation, so this one is revoked and a new one is made. The link that ${name} has stops working. The new invitation is valid for two weeks.`,
  newRole: 'New role',
  roleMissing: 'Select a role: admin or viewer.',

  revokeTitle: (count: string) => `Revoke ${count}?`,
  revokeConfirm: (count: string) => `Revoke ${count}`,
  revokeFailed: 'Nothing was revoked',
  revokeEffect: (count: number) =>
    count === 1
      ? 'This person can no longer join with this invitation. You can’t undo this. To give someone access later, invite them again.'
      : 'These people can no longer join with these invitations. You can’t undo this. To give someone access later, invite them again.',

  // PeopleList
  personWithRole: (name: string, address: string, role: string, account: string | null) =>
    account === null ? `${name}, ${address} (${role})` : `${name}, ${address} (${role} in ${account})`,
};
