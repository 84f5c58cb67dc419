import { formatNumber } from '../../../../shared/text/formats';
import { byCount, pluralize } from '../../../../shared/text/pluralize';

/** What people read in the plan of a removal. */
export const planText = {
  // LeaverPlanPage
  readFailed: 'Couldn’t read what this person has',
  title: (name: string) => `Access of ${name}`,
  inAccounts: (accounts: number) => `In ${pluralize(accounts, 'account')} that you can reach`,
  refresh: 'Refresh all accounts',
  removeSelected: 'Remove selected access',
  selectFirst: 'Select access or invitations first.',
  nothingTitle: 'Nothing found',
  nothingBody:
    'No account that was read lists this person as a member, or has a pending invitation for them.',

  // UnreadAccounts
  unreadTitle: (unread: number, accounts: number) =>
    `${formatNumber(unread)} of ${pluralize(accounts, 'account')} couldn’t be read completely`,
  unreadBody:
    'This person may have access there without being shown here. Ask an admin of these accounts, or add a connection that can read them.',
  unreadAccounts: (unread: number) => byCount(unread, 'Show the account', 'Show the accounts'),

  // PlanMembers
  certain: 'Access',
  certainDescription: 'Members that are this person for certain. They’re selected.',
  account: 'Account',
  listedAs: 'Listed as',
  emailNotShown: 'Address not shown',
  access: 'Access',
  role: 'Role',
  why: 'Why',
  asOf: 'As of',
  selectAll: 'Select all access',
  selectIn: (account: string) => `Select access to ${account}`,
  noCertain: 'No member is this person for certain.',

  // PlanInherited
  inherited: 'Inherited access',
  inheritedDescription:
    'This access comes through a manager account and can’t be removed in these accounts. Open the manager account in Amazon’s console and remove the person there.',

  // PlanCandidates
  candidates: 'Are these the same person?',
  candidatesDescription:
    'Amazon masks addresses, so these members may be someone else. Confirm each one; only confirmed members can be removed.',
  accountsOf: 'Accounts',
  same: 'Same person',
  notSame: 'Someone else',
  sameOf: (name: string) => `${name} is the same person`,
  notSameOf: (name: string) => `${name} is someone else`,
  decideFailed: 'Couldn’t keep your decision',

  // PlanInvitations
  invitations: 'Pending invitations',
  invitationsDescription: 'They’re selected. Revoked invitations can’t be redeemed anymore.',
  expires: 'Expires',
  selectAllInvitations: 'Select all invitations',
  selectInvitation: (account: string) => `Select the invitation to ${account}`,
  noInvitations: 'No invitation is pending.',

  // LeaverDialog
  dialogTitle: (name: string) => `Remove the access of ${name}?`,
  dialogFailed: 'Nothing was removed',
  confirm: (members: string | null, invitations: string | null) =>
    [
      ...(members === null ? [] : [`Remove access to ${members}`]),
      ...(invitations === null ? [] : [`${members === null ? 'Revoke' : 'revoke'} ${invitations}`]),
    ].join(' and '),
  invitationLine: (account: string, emailAddress: string, role: string) =>
    `${account}: invitation of ${emailAddress}, ${role}`,
  effect: 'Nobody gets an email. What the app can’t read, or what’s inherited, stays.',
};
