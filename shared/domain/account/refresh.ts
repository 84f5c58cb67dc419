import { z } from 'zod';
import { errorBody } from '../../errors';
import { accountRef } from './account';
import { wait } from '../outbox/run';

/** What could not be read. `account` is null where it is which accounts a connection leads to. */
export const refreshFailure = z.object({
  connectionId: z.string(),
  account: accountRef.nullable(),
  error: errorBody,
});
export type RefreshFailure = z.infer<typeof refreshFailure>;

/** How the latest refresh of all accounts goes, or went. */
export const refreshProgress = z.object({
  /** ms since 1970; null when there was none since the app was started. */
  startedAt: z.number().nullable(),
  /** Begun by the app itself, for what had grown old. */
  quiet: z.boolean(),
  running: z.boolean(),
  paused: z.boolean(),
  /** Ended by a person before all accounts were read. */
  stopped: z.boolean(),
  /** How many accounts it is about: those known so far, each once for every connection that leads there. */
  total: z.number(),
  /** How many were read; where only admins may read, that counts as read. */
  done: z.number(),
  failed: z.number(),
  /** Being read right now. */
  current: z.array(accountRef),
  failures: z.array(refreshFailure),
  /** Why the calls of a connection wait right now. */
  waits: z.array(wait),
});
export type RefreshProgress = z.infer<typeof refreshProgress>;
