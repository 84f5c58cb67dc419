import { claims } from './core/claims';
import { members } from './core/members';
import { sharedAccounts } from './core/sharedAccounts';
import { starts } from './core/starts';
import { turns } from './core/turns';
import type { StoreMigration } from './storeMigration';

/** Members and their rights, shared accounts, starts, turns and claims. */
export const core: StoreMigration = {
  version: 1,
  sql: [
    'CREATE SCHEMA amc; REVOKE ALL ON SCHEMA amc FROM PUBLIC; GRANT USAGE ON SCHEMA amc TO amc_member;',
    ...[members, sharedAccounts, starts, turns, claims],
  ].join('\n'),
};
