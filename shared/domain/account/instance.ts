import { z } from 'zod';
import { errorBody } from '../../errorBody';
import { accountRef } from './account';

/** An AMC instance: where queries run. An account has several; each person is added to each one by an administrator. */
export const instance = z.object({
  instanceId: z.string(),
  /** Its ID if Amazon names none. */
  name: z.string(),
});
export type Instance = z.infer<typeof instance>;

/** `ads`: for sponsored ads only, as instances from instant access are (amazon-api §9). */
export const instanceKind = z.enum(['ads', 'standard']);
export type InstanceKind = z.infer<typeof instanceKind>;

/** The kind of an instance, from the advertiser types that Amazon names; unless they are all for sponsored ads, `standard`. */
export const kindOfInstance = (types: readonly string[]): InstanceKind =>
  types.length > 0 && types.every((type) => type.toUpperCase() === 'SPONSORED_ADS') ? 'ads' : 'standard';

export const knownInstance = instance.extend({
  kind: instanceKind,
  /** As Amazon writes them, for example DISPLAY. */
  types: z.array(z.string()),
  /** As Amazon writes it, for example COMPLETED; null if it doesn't say. */
  status: z.string().nullable(),
});
export type KnownInstance = z.infer<typeof knownInstance>;

/** All instances of an account, as Amazon listed them to an admin of it. Times are ms since 1970. */
export const knownInstances = z.object({
  /** By name; null: never listed to an admin. */
  instances: z.array(knownInstance).nullable(),
  /** When Amazon listed them; null = never. */
  asOf: z.number().nullable(),
  /** Why the latest reading failed; null if it didn't. */
  error: errorBody.nullable(),
});
export type KnownInstances = z.infer<typeof knownInstances>;

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
