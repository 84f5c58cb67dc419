import type { BatchColumn, RowFindingCode } from './batch';

/** The names of our columns, on screen and in files; an import recognizes them. */
export const columnNames: Readonly<Record<BatchColumn, string>> = {
  account: 'Account',
  emailAddress: 'Email',
  userName: 'Name',
  role: 'Role',
  note: 'Note',
  instances: 'Instances',
};

/** What can be done with the selected cells and rows. */
export const gridCommandNames = {
  fillDown: 'Fill down',
  clear: 'Clear cells',
  insertRow: 'Insert row above',
  deleteRows: 'Delete rows',
};

/** The name of a reason above the rows that have it; each row's own message says more. */
export const reasonNames: Readonly<Record<RowFindingCode, string>> = {
  ACCOUNT_MISSING: 'No account',
  EMAIL_MISSING: 'No email address',
  EMAIL_INVALID: 'Not an email address',
  EMAIL_LIKELY_TYPO: 'Probably a typo',
  EMAIL_UNUSUAL: 'Unusual address',
  NAME_MISSING: 'No name',
  NAME_TOO_LONG: 'Name too long',
  NAME_UNLIKELY: 'Probably not the name',
  ROLE_MISSING: 'No role',
  ROLE_UNKNOWN: 'Not a role',
  ACCOUNT_UNKNOWN: 'Unknown account',
  ACCOUNT_UNREACHABLE: 'Account can’t be reached',
  NOT_ADMIN: 'You can’t invite there',
  ACCOUNT_REFUSES_CHANGES: 'Changes not accepted',
  DUPLICATE_IN_BATCH: 'Duplicate in this batch',
  ALREADY_PENDING: 'Already invited',
  PENDING_WITH_OTHER_ROLE: 'Invited with another role',
  ALREADY_USER: 'Already a user',
  MAYBE_ALREADY_USER: 'May already be a user',
  REVOKED_BEFORE: 'Previously revoked',
  INVITED_BY_COLLEAGUE: 'Invited by a colleague',
  ONESELF: 'Your own address',
  DOMAIN_NOT_ALLOWED: 'Domain not allowed',
  TOO_MANY_ADMINS: 'Too many admins',
  ADMIN_NEEDS_NOTE: 'Admin without a note',
  ADMIN_NEEDS_NO_INSTANCES: 'Admins need no instances',
  INSTANCE_UNKNOWN: 'Unknown instance',
  INSTANCE_AMBIGUOUS: 'Several instances fit',
  INSTANCES_UNCHECKED: 'Instances not checked',
  PLAN_REPLACED: 'Replaces planned instances',
  COMMENTED: 'Comment by the approver',
};
