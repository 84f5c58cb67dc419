import { z } from 'zod';

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

/** The key of a planned instance: its ID, or its name where that is all that is known. */
export const plannedInstanceKey = ({ instanceId, name }: PlannedInstance): string =>
  JSON.stringify(instanceId === null ? [null, name.toLowerCase()] : [instanceId]);

/** Whether two plans mean the same instances, in any order. Null: nothing is planned. */
export function isSamePlan(one: PlannedInstances | null, other: PlannedInstances | null): boolean {
  if (one === null || other === null || one === 'all' || other === 'all') return one === other;
  const keys = new Set(one.map(plannedInstanceKey));
  const others = new Set(other.map(plannedInstanceKey));
  return keys.size === others.size && [...keys].every((key) => others.has(key));
}
