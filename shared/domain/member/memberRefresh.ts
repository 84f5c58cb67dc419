import { z } from 'zod';
import { wait } from '../outbox/run';

const part = z.object({ total: z.number(), done: z.number(), failed: z.number() });

/** Progress of the latest refresh of members. */
export const memberRefreshProgress = z.object({
  /** ms since 1970; null if there was none since the app started. */
  startedAt: z.number().nullable(),
  running: z.boolean(),
  paused: z.boolean(),
  /** Stopped by a person before everything was read. */
  stopped: z.boolean(),
  /** Accounts whose member lists are read. One that doesn't offer them counts as read. */
  accounts: part,
  /** Members whose direct role is read, one call each, after the lists. */
  roles: part,
  /** Why a connection's calls are waiting right now. */
  waits: z.array(wait),
});
export type MemberRefreshProgress = z.infer<typeof memberRefreshProgress>;
