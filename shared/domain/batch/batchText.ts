import type { BatchColumn, RowFindingCode } from './batch';

/** What our columns are called, on screen and in files; an import knows them again. */
export const columnNames: Readonly<Record<BatchColumn, string>> = {
  account: 'Account',
  emailAddress: 'Email',
  userName: 'Name',
  role: 'Role',
  note: 'Note',
};

/** What a reason is called over the rows that have it; each row's own sentence says more. */
export const reasonNames: Readonly<Record<RowFindingCode, string>> = {
  ACCOUNT_MISSING: 'No account',
  EMAIL_MISSING: 'No email address',
  EMAIL_INVALID: 'Not an email address',
  EMAIL_LIKELY_TYPO: 'Probably a typing mistake',
  EMAIL_UNUSUAL: 'Unusual address',
  NAME_MISSING: 'No name',
  NAME_TOO_LONG: 'Name too long',
  NAME_UNLIKELY: 'Probably not the name',
  ROLE_MISSING: 'No role',
  ROLE_UNKNOWN: 'Not a role',
  ACCOUNT_UNKNOWN: 'Unknown account',
  ACCOUNT_UNREACHABLE: 'Account out of reach',
  NOT_ADMIN: 'You cannot invite there',
  ACCOUNT_REFUSES_CHANGES: 'Account takes no changes',
  DUPLICATE_IN_BATCH: 'Twice in this batch',
  ALREADY_PENDING: 'Already invited',
  PENDING_WITH_OTHER_ROLE: 'Invited with another role',
  ALREADY_USER: 'Already a user',
  MAYBE_ALREADY_USER: 'Perhaps already a user',
  REVOKED_BEFORE: 'Revoked before',
  ONESELF: 'Yourself',
  DOMAIN_NOT_ALLOWED: 'Domain not allowed',
  TOO_MANY_ADMINS: 'Too many admins',
  ADMIN_NEEDS_NOTE: 'Admin without a note',
};
