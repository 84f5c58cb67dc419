import { z } from 'zod';
import { accountRef } from './account';
import { instance } from './instance';

/** An instance to which somebody is to be added. */
export const plannedInstance = z.strictObject({
  /** Null if only its name is known: Amazon never listed the account's instances to the person who planned. */
  instanceId: z.string().min(1).nullable(),
  name: z.string().min(1),
});
export type PlannedInstance = z.infer<typeof plannedInstance>;

/**
 * To which instances of an account somebody is to be added once they have joined: `all` of it (those of the day on which they
 * are added), or the ones named. Kept on this computer; Amazon's calls know no instances.
 */
export const plannedInstances = z.union([z.literal('all'), z.array(plannedInstance).min(1)]);
export type PlannedInstances = z.infer<typeof plannedInstances>;

/** What somebody wants to be planned: `none` clears what was planned before, and isn't stored. */
export const wantedInstances = z.union([plannedInstances, z.literal('none')]);
export type WantedInstances = z.infer<typeof wantedInstances>;

/** The key of a planned instance: its ID, or its name where that is all that is known. */
export const plannedInstanceKey = ({ instanceId, name }: PlannedInstance): string =>
  JSON.stringify(instanceId === null ? [null, name.toLowerCase()] : [instanceId]);

/** Whether two plans mean the same instances, in any order. Null: nothing is planned. */
export function isSamePlan(one: WantedInstances | null, other: WantedInstances | null): boolean {
  if (typeof one === 'string' || typeof other === 'string' || one === null || other === null)
    return one === other;
  const keys = new Set(one.map(plannedInstanceKey));
  const others = new Set(other.map(plannedInstanceKey));
  return keys.size === others.size && [...keys].every((key) => others.has(key));
}

/** Max length of a text about instances, in characters: that of a batch's cell. */
export const maxInstancesText = 2000;

/** What a text about instances means in one account. */
export const instancesInAccount = z.object({
  account: accountRef,
  accountName: z.string(),
  /** What Amazon listed there; null if it never did. */
  known: z.array(instance).nullable(),
  /** When it did, ms since 1970; null = never. */
  asOf: z.number().nullable(),
  /** Null if nothing is planned, or if it isn't certain what is meant. */
  plan: wantedInstances.nullable(),
  /** Why it isn't, in sentences; empty if it is. */
  faults: z.array(z.string()),
});
export type InstancesInAccount = z.infer<typeof instancesInAccount>;

/** Plans that replace an earlier, different one: how many, and what the first of them do. */
export const replacedPlans = z.object({
  count: z.number(),
  first: z.array(z.object({ emailAddress: z.string(), accountName: z.string(), text: z.string() })),
});
export type ReplacedPlans = z.infer<typeof replacedPlans>;

/** How many replaced plans are listed; the rest are counted. */
export const maxReplacedListed = 20;
