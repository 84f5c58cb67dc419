import type { RowFindingCode } from '../../../shared/domain/batch/batch';

/** Why rows do not go and what to do about it, said of all that share the reason. */
export const blockedText: Readonly<Record<RowFindingCode, string>> = {
  ACCOUNT_MISSING: 'No account is chosen. Choose one.',
  EMAIL_MISSING: 'There is no email address. Enter it.',
  EMAIL_INVALID: 'What stands there is not an email address. Correct it.',
  EMAIL_LIKELY_TYPO: 'The email address is probably mistyped. Correct it.',
  EMAIL_UNUSUAL: 'The email address has a rare character. Check that it’s right.',
  NAME_MISSING: 'There is no name, and Amazon requires one. Enter it.',
  NAME_TOO_LONG: 'The name has more than 120 characters. Shorten it.',
  NAME_UNLIKELY: 'It doesn’t look like a person’s name. Enter the name.',
  ROLE_MISSING: 'There is no role. Choose Admin or Viewer.',
  ROLE_UNKNOWN: 'What stands there is no role. Choose Admin or Viewer.',
  ACCOUNT_UNKNOWN: 'No account of that name is known. Choose one, or refresh the accounts.',
  ACCOUNT_UNREACHABLE: 'The account is out of reach. Choose another account or connection.',
  NOT_ADMIN: 'You are no admin of the account, and only admins invite. Choose another account or connection.',
  ACCOUNT_REFUSES_CHANGES:
    'Amazon has refused every change to the account’s users so far. Try it, or manage them in the Amazon Ads console.',
  DUPLICATE_IN_BATCH:
    'The same person is in this batch for the same account already. Remove one of the rows.',
  ALREADY_PENDING: 'The person is invited already, or is being invited. Remove the row.',
  PENDING_WITH_OTHER_ROLE:
    'The person is invited already, with another role. Remove the row and change the role under Invitations.',
  ALREADY_USER: 'The person is a user of the account already. Remove the row.',
  MAYBE_ALREADY_USER: 'The person is probably a user of the account already. Make sure, or remove the row.',
  REVOKED_BEFORE: 'The person’s last invitation was revoked. Make sure, or remove the row.',
  ONESELF: 'It is your own address. Remove the row.',
  DOMAIN_NOT_ALLOWED: 'Your house rules do not allow the address’s domain. Change the address or the rule.',
  TOO_MANY_ADMINS: 'Your house rules allow the account no more admins. Make it a viewer, or change the rule.',
  ADMIN_NEEDS_NOTE: 'Your house rules want a note for every admin. Write one.',
};
