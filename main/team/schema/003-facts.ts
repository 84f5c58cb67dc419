import { erasing } from './facts/erasing';
import { facts } from './facts/facts';
import type { StoreMigration } from './storeMigration';

/** What members learned and did in shared accounts, for colleagues; and erasing a person. */
export const sharedFacts: StoreMigration = { version: 3, sql: [facts, erasing].join('\n') };
