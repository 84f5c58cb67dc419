import type { RowFindingCode } from '../../../shared/domain/batch/batch';

/** Why rows can't be sent and what to do about it, for all rows that share the reason. */
export const blockedText: Readonly<Record<RowFindingCode, string>> = {
  ACCOUNT_MISSING: 'No account selected. Select one.',
  EMAIL_MISSING: 'No email address. Enter it.',
  EMAIL_INVALID: 'Not a valid email address. Correct it.',
  EMAIL_LIKELY_TYPO: 'The email address probably has a typo. Correct it.',
  EMAIL_UNUSUAL: 'The email address has a rare character. Check that it’s right.',
  NAME_MISSING: 'No name. Amazon requires one. Enter it.',
  NAME_TOO_LONG: 'The name has more than 120 characters. Shorten it.',
  NAME_UNLIKELY: 'It doesn’t look like a person’s name. Enter the name.',
  ROLE_MISSING: 'No role. Select Admin or Viewer.',
  ROLE_UNKNOWN: 'Not a role. Use Admin or Viewer.',
  ACCOUNT_UNKNOWN: 'No account with this name was found. Select one, or refresh the accounts.',
  ACCOUNT_UNREACHABLE: 'The account can’t be reached. Select another account or connection.',
  NOT_ADMIN:
    'You aren’t an admin of the account, and only admins can invite. Select another account or connection.',
  ACCOUNT_REFUSES_CHANGES:
    'Amazon has rejected every change to the account’s users so far. Try it, or manage them in the Amazon Ads console.',
  DUPLICATE_IN_BATCH:
    'The same person is already in this batch for the same account. Remove one of the rows.',
  ALREADY_PENDING: 'The person is already invited, or is being invited. Remove the row.',
  PENDING_WITH_OTHER_ROLE:
    'The person is already invited with another role. Remove the row and change the role under Invitations.',
  ALREADY_USER: 'The person is already a user of the account. Remove the row.',
  MAYBE_ALREADY_USER: 'The person is probably already a user of the account. Check this, or remove the row.',
  REVOKED_BEFORE: 'The person’s last invitation was revoked. Check this, or remove the row.',
  INVITED_BY_COLLEAGUE: 'A colleague invited the person. Check this, or remove the row.',
  ONESELF: 'This is your own address. Remove the row.',
  DOMAIN_NOT_ALLOWED: 'Your house rules don’t allow this domain. Change the address or the rule.',
  TOO_MANY_ADMINS:
    'Your house rules don’t allow more admins in this account. Make the person a viewer, or change the rule.',
  ADMIN_NEEDS_NOTE: 'Your house rules require a note for every admin. Add one.',
  ADMIN_NEEDS_NO_INSTANCES: 'Admins can open every instance. Clear the cell.',
  INSTANCE_UNKNOWN: 'The account has no instance with this name. Correct it, or read the instances again.',
  INSTANCE_AMBIGUOUS: 'Several instances of the account fit. Use the instance’s ID.',
  INSTANCES_UNCHECKED: 'The account’s instances were never read. The names are kept as written.',
  PLAN_REPLACED: 'It replaces the instances planned before. Check this.',
  COMMENTED: 'The approver commented on the row. Read the comment.',
};
