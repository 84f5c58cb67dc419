import { rules } from './absence/rules';
import type { StoreMigration } from './storeMigration';

/** The team's rules. */
export const absence: StoreMigration = { version: 2, sql: rules };
