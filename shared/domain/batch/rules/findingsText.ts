import { formatAlternatives, formatList, formatNumber } from '../../../text/formats';
import { pluralize } from '../../../text/pluralize';

const quoted = (text: string): string => `“${text}”`;

/** What people read in findings: what was found in a row, what to do, and the labels of one-click fixes. */
export const findingsText = {
  use: (what: string) => `Use ${what}`,
  accountUnreachable: (connectionLabel: string, name: string) =>
    `${connectionLabel} no longer has access to ${name}. Select another account, or ask for access again and refresh.`,
  notAdmin: (connectionLabel: string, name: string) =>
    `${connectionLabel} isn’t an admin of ${name}, and only admins can invite. Select another account or connection, or ask an admin to change that.`,
  accountRefusesChanges: (name: string) =>
    `Amazon has rejected every change to the users of ${name} so far, as it does for instant access accounts. If it is one, manage its users in the Amazon Ads console.`,
  accountUnknown: (shown: string) =>
    `No account is named “${shown}”. Select one, or refresh the accounts if it’s new.`,
  connectionGone: (name: string) =>
    `The connection to ${name} no longer exists. Select the account through another one.`,
  duplicate: (address: string, accountName: string) =>
    `${address} is already in this batch for ${accountName}. Remove one of the two rows.`,
  domainNotAllowed: (domain: string) =>
    `Your house rules don’t allow addresses at ${domain}. Use another address, or allow the domain in Settings.`,
  adminNeedsNote: 'Your house rules require a note for every admin. Explain why this person is one.',
  makeViewer: 'Make the person a viewer',
  removeRow: 'Remove row',
  oneself: (address: string) =>
    `${address} is the address you’re signed in with. Remove the row unless you want to invite yourself.`,
  pendingExpired: (address: string, name: string, day: string) =>
    `The last known invitation of ${address} to ${name} expired on ${day}. Use Check online to see whether it was accepted or resent.`,
  alreadyInvited: (address: string, name: string) =>
    `${address} is already invited to ${name}. Remove the row, or resend the invitation under Invitations.`,
  invitedAs: (address: string, name: string, roleName: string) =>
    `${address} is already invited to ${name} as ${roleName}. Remove the row and change the role under Invitations.`,
  invitedUnconfirmed: (address: string, name: string) =>
    `Whether ${address} was invited to ${name} is unconfirmed. Resolve it under Operations, or remove the row.`,
  beingInvited: (address: string, name: string) =>
    `${address} is being invited to ${name} right now. Wait for the result, or remove the row.`,
  alreadyUser: (address: string, name: string) =>
    `${address} accepted an invitation to ${name} and is a user there. Remove the row, unless the person was removed since.`,
  certainUser: (address: string, name: string) =>
    `${address} already has access to ${name}: one of its members is certainly this person. Remove the row.`,
  probableUser: (address: string, name: string) =>
    `${address} probably has access to ${name}: one of its members is probably this person. Check this, or remove the row.`,
  maybeUser: (address: string, name: string) =>
    `${address} is probably a user of ${name}: a masked address there matches. Check this, or remove the row.`,
  revokedBefore: (address: string, name: string) =>
    `The last invitation of ${address} to ${name} was revoked. Check that the person should have access, or remove the row.`,
  invitedByColleague: (who: string, address: string, name: string, when: string) =>
    `${who} invited ${address} to ${name} on ${when} (from the team). Remove the row, or, to invite them again, retry it after sending.`,
  invitedAndMaybeMember: (who: string, address: string, name: string, when: string) =>
    `${who} invited ${address} to ${name} on ${when} (from the team), and a member who came since could be this person. Remove the row, or, to invite them again, retry it after sending.`,
  accountMissing: 'No account. Select one.',
  emailMissing: 'No email address. Enter one.',
  emailInvalid: (text: string, what: string, remedy: string) =>
    `“${text}” is not an email address: ${what}. ${remedy}`,
  emailTypo: (text: string, meant: string) =>
    `${text} is probably a typo. Use ${meant}, or check that the address is right.`,
  emailUnusual: (text: string, character: string) =>
    `${text} has “${character}” before the @, which is valid but rare. Check that the address is right.`,
  nameMissing: 'No name. Amazon requires one. Enter it.',
  nameUnlikely: (name: string) =>
    `“${name}” doesn’t look like a person’s name. Enter the name, or keep it if it’s right.`,
  useName: (name: string) => `Use “${name}”`,
  nameHasMore: (name: string, inner: string) =>
    `“${name}” has more than a name in it. Use “${inner}”, or keep it if it’s right.`,
  nameUnseen: (shown: string, character: string, name: string) =>
    `“${shown}” contains an invisible character, ${character}, here shown as ␣. It isn’t sent: use “${name}”.`,
  nameForeign: (character: string, name: string, script: string, lookalike: string, fixed: string) =>
    `“${character}” in “${name}” is ${script} and only looks like “${lookalike}”. Use “${fixed}”, or keep it if it’s right.`,
  nameTooLong: 'A name has at most 120 characters. Shorten it.',
  roleMissing: 'No role. Select Admin or Viewer.',
  useViewer: 'Use Viewer',
  roleUnknown: (text: string) => `“${text}” isn’t a role. Use Admin or Viewer.`,
  adminNeedsNoInstances:
    'Admins can open every instance of the account, so nothing is planned for this person. Clear the cell.',
  clearCell: 'Clear the cell',
  instanceUnknown: (names: readonly string[], accountName: string, known: readonly string[]) =>
    `${accountName} has no instance named ${formatAlternatives(names.map(quoted))}. ${known.length === 0 ? 'Amazon listed none there.' : `It has ${formatList(known)}.`} Correct it, or read the account’s instances again.`,
  instanceAmbiguous: (text: string, accountName: string, ids: readonly string[]) =>
    `Several instances of ${accountName} fit “${text}”. Use the ID of the one you mean: ${formatAlternatives(ids)}.`,
  instanceOrAll: (text: string, accountName: string, ids: readonly string[]) =>
    `“${text}” means all instances, and ${accountName} has one with this name. Use its ID, ${formatAlternatives(ids)}, or list the instances.`,
  instancesUnchecked: (accountName: string) =>
    `The instances of ${accountName} were never read, so this can’t be checked. It’s kept as written.`,
  keepPlan: 'Keep the earlier plan',
  more: (count: number) => `${formatNumber(count)} more`,
  tooManyAdmins: (accountName: string, max: number, number: number) =>
    `Your house rules allow ${accountName} ${pluralize(max, 'admin')}, and this one would be number ${formatNumber(number)}. Make the person a viewer, or change the rule in Settings.`,
};
