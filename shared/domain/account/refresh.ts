import { z } from 'zod';
import { errorBody } from '../../errorBody';
import { accountRef } from './account';
import { wait } from '../outbox/run';

/** What couldn't be read. `account` is null when the account list of a connection couldn't be read. */
export const refreshFailure = z.object({
  connectionId: z.string(),
  account: accountRef.nullable(),
  error: errorBody,
});
export type RefreshFailure = z.infer<typeof refreshFailure>;

/** Progress of the latest refresh of all accounts. */
export const refreshProgress = z.object({
  /** ms since 1970; null if there was none since the app started. */
  startedAt: z.number().nullable(),
  /** Started by the app itself because data was old. */
  quiet: z.boolean(),
  running: z.boolean(),
  paused: z.boolean(),
  /** Stopped by a person before all accounts were read. */
  stopped: z.boolean(),
  /** Number of accounts known so far, each counted once per connection. */
  total: z.number(),
  /** How many were read; an account that only admins may read counts as read. */
  done: z.number(),
  failed: z.number(),
  /** Being read right now. */
  current: z.array(accountRef),
  failures: z.array(refreshFailure),
  /** Why a connection's calls are waiting right now. */
  waits: z.array(wait),
});
export type RefreshProgress = z.infer<typeof refreshProgress>;
