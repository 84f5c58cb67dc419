import { soloClaims } from './absence/soloClaims';
import type { StoreMigration } from './storeMigration';

/** What was done without the store, and reported afterward. */
export const solo: StoreMigration = { version: 4, sql: soloClaims };
