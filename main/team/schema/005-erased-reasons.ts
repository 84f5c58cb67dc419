import { erasedReasons } from './absence/erasedReasons';
import type { StoreMigration } from './storeMigration';

/** Erasing a person reaches the reasons that people typed, too. */
export const reasons: StoreMigration = { version: 5, sql: erasedReasons };
