/** What people read in the dialogs that change invitations. */
export const changesText = {
  andMore: (count: string) => `and ${count} more`,

  inviteAgainTitle: (count: string) => `Invite ${count} again?`,
  inviteAgainConfirm: (count: string) => `Invite ${count} again`,
  inviteAgainFailed: 'Nobody was invited',
  personGets: 'This person gets',
  peopleGet: 'Each of these people gets',

  resendTitle: (count: string) => `Resend ${count}?`,
  resendConfirm: (count: string) => `Resend ${count}`,
  resendFailed: 'Nothing was resent',

  changeRoleTitle: (name: string) => `Change the role of ${name}?`,
  changeRoleConfirm: 'Change role',
  changeToRoleConfirm: (role: string) => `Change to ${role}`,
  changeRoleFailed: 'Nothing was changed',
  newRoleNote: (role: string) => `. The new role is ${role}.`,
  changeRoleEffect: (name: string) =>
    `Amazon can’t change an invitation, so this one is revoked and a new one is made. The link that ${name} has stops working. The new invitation is valid for two weeks.`,
  newRole: 'New role',
  roleMissing: 'Select a role: admin or viewer.',

  revokeTitle: (count: string) => `Revoke ${count}?`,
  revokeConfirm: (count: string) => `Revoke ${count}`,
  revokeFailed: 'Nothing was revoked',
  person: 'This person',
  people: 'These people',
};
