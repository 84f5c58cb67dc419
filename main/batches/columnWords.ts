import type { BatchColumn } from '../../shared/domain/batch';

/** What our columns are called in files; an import knows them again. */
export const columnWords: Readonly<Record<BatchColumn, string>> = {
  account: 'Account',
  emailAddress: 'E-mail',
  userName: 'Name',
  role: 'Role',
  note: 'Note',
};
