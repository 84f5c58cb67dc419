import type { MemberExclusionReason } from '../../../../shared/domain/member/memberExclusions';

/** What people read before members are changed. */
export const memberChangesText = {
  // MemberActions
  changeRole: 'Change role',
  remove: 'Remove',
  selectFirst: 'Select members first.',
  selected: (count: string) => `${count} selected`,
  selectNone: 'Select none',

  // MemberMenu
  actionsFor: (name: string) => `Actions for ${name}`,
  actionsForSelected: (count: string) => `Actions for ${count}`,

  // MembersList
  selectionLabel: 'Select members',
  selectPage: 'Select all members on this page',
  selectRow: (name: string) => `Select ${name}`,

  // MemberPeople
  /** With the user ID, since several people may have the same masked address. @param maskedEmail empty if Amazon shows none */
  person: (maskedEmail: string, userId: string, role: string) =>
    maskedEmail === '' ? `${userId}, ${role}` : `${maskedEmail} (${userId}), ${role}`,
  /** @param name the masked email, or the user ID if Amazon shows none */
  inAccount: (account: string, name: string, role: string) => `${account}: ${name}, ${role}`,
  unknownRole: 'role unknown',
  andMore: (count: string) => `and ${count} more`,

  // selectionText
  theseAccounts: 'these accounts',

  // RemoveMembersDialog; `accounts` is null if all members are in one account
  removeTitle: (members: string, accounts: string | null) =>
    accounts === null ? `Remove ${members}?` : `Remove access to ${accounts}?`,
  removeConfirm: (members: string, accounts: string | null) =>
    accounts === null ? `Remove ${members}` : `Remove access to ${accounts}`,
  removeFailed: 'Nobody was removed',
  removeEffect: (where: string) =>
    `They lose their direct access to ${where}. Access through a manager account stays. A pending invitation isn’t revoked.`,

  // SetRoleDialog; `accounts` as above
  roleTitle: (members: string, accounts: string | null) =>
    accounts === null ? `Change the role of ${members}?` : `Change the role in ${accounts}?`,
  roleConfirm: (members: string, accounts: string | null) =>
    accounts === null ? `Change the role of ${members}` : `Change the role in ${accounts}`,
  roleConfirmTo: (members: string, accounts: string | null, role: string) =>
    accounts === null ? `Make ${members} ${role}` : `Make ${role} in ${accounts}`,
  roleFailed: 'No role was changed',
  roleEffect: (where: string) => `This changes their direct role in ${where} at once. Nobody gets an email.`,
  newRole: 'New role',
  roleMissing: 'Select the new role.',

  // memberExclusionText
  leftOut: (count: string, names: string, reason: string) => `${count} left out (${names}): ${reason}`,
};

/** Why members are left out, and what to do. */
export const memberExclusionReasonTexts: Readonly<Record<MemberExclusionReason, string>> = {
  inDoubt: 'an earlier change is unconfirmed. Resolve it under Operations, then try again.',
  underWay: 'an earlier change is in progress. Wait for its result.',
  gone: 'Amazon no longer lists them.',
  hasRole: 'they have this role already.',
  inherited: 'their access comes through a manager account. Change it there, in Amazon’s console.',
  lastAdmin: 'no admin that Amazon shows would be left. Make someone else an admin first.',
};
