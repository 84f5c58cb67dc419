import { z } from 'zod';
import { wait } from '../outbox/run';

const part = z.object({ total: z.number(), done: z.number(), failed: z.number() });

/** How the latest refresh of members goes, or went. */
export const memberRefreshProgress = z.object({
  /** ms since 1970; null when there was none since the app was started. */
  startedAt: z.number().nullable(),
  running: z.boolean(),
  paused: z.boolean(),
  /** Ended by a person before everything was read. */
  stopped: z.boolean(),
  /** Accounts whose lists of members are read. One that doesn't offer them counts as read. */
  accounts: part,
  /** Members whose direct role is read, one call each, once the lists are there. */
  roles: part,
  /** Why the calls of a connection wait right now. */
  waits: z.array(wait),
});
export type MemberRefreshProgress = z.infer<typeof memberRefreshProgress>;
