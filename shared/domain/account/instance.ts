import { z } from 'zod';
import { errorBody } from '../../errors';
import { accountRef } from './account';

/** An AMC instance: where queries run. An account has several; each person is added to each one by an administrator. */
export const instance = z.object({
  instanceId: z.string(),
  /** Its ID if Amazon names none. */
  name: z.string(),
});
export type Instance = z.infer<typeof instance>;

/** What a connection's own sign-in can open in an account. Times are ms since 1970. */
export const reachedInstances = z.object({
  account: accountRef,
  accountName: z.string(),
  /** By name; empty also before the first reading. */
  instances: z.array(instance),
  /** When Amazon last listed them all; null = never. */
  asOf: z.number().nullable(),
  /** Why the latest reading failed; null if it didn't. */
  error: errorBody.nullable(),
});
export type ReachedInstances = z.infer<typeof reachedInstances>;
