import { z } from 'zod';
import type { InvitationState } from '../invitation/invitation';
import { accountRef } from './account';
import { instanceAccessState, type InstanceAccessState } from './instanceAccessState';
import {
  plannedInstance,
  plannedInstances,
  type PlannedInstance,
  type PlannedInstances,
} from './plannedInstances';

/** What Amazon lists of the invited person in the account: `admin` reaches every instance, `left` had access and lost it. */
export type Membership = 'unknown' | 'member' | 'admin' | 'left';

/** Everything that the state of one invitation's access to instances is concluded from. */
export interface InstanceFacts {
  readonly invitation: InvitationState;
  readonly role: string;
  /** The whole address is known, and the person's data wasn't erased. */
  readonly isAddressKnown: boolean;
  /** A newer invitation of the same person to the same account is pending or accepted. */
  readonly isInvitedAgain: boolean;
  readonly membership: Membership;
  readonly isTracked: boolean;
  readonly planned: PlannedInstances | null;
  /** All instances of the account, as admins' sign-ins listed them; empty if none did. */
  readonly known: readonly PlannedInstance[];
  /** Those that were ticked off and not taken back. */
  readonly added: readonly PlannedInstance[];
  /** Those that the person's own sign-in on this computer can open. */
  readonly seen: readonly PlannedInstance[];
}

export interface InstanceAccess {
  /** Null: nothing to be known. The invitation isn't accepted, admins need no instance, or the person left or was invited again. */
  readonly state: InstanceAccessState | null;
  /** Planned ones that are missing while waiting; empty also if nothing is planned. */
  readonly missing: readonly PlannedInstance[];
}

/** Stands for every instance of an account that nobody could list: what is ticked off if `all` is planned there. */
export const everyInstance: PlannedInstance = { instanceId: null, name: 'All instances' };

/** What the access to instances is. main/access/instances/accessState.ts says the same of `state` in SQL. */
export function instanceAccessOf(facts: InstanceFacts): InstanceAccess {
  const { invitation, role, membership, planned } = facts;
  const isOver =
    !facts.isAddressKnown || facts.isInvitedAgain || membership === 'left' || membership === 'admin';
  if (invitation !== 'accepted' || isOver || role.toLowerCase() === 'admin') return nothing;
  if (!facts.isTracked) return { state: 'notTracked', missing: [] };
  const has = [...facts.added, ...facts.seen];
  const missing = missingOf(planned, facts.known, has);
  const isWaiting = planned === null ? has.length === 0 : missing.length > 0;
  return { state: isWaiting ? 'waiting' : 'has', missing };
}

/** Whether what is planned for a pending invitation is what its person will wait for once they accept. */
export const isPlanAhead = ({ invitation, role, ...facts }: InstanceFacts): boolean =>
  invitation === 'pending' &&
  role.toLowerCase() !== 'admin' &&
  facts.isAddressKnown &&
  !facts.isInvitedAgain &&
  facts.membership !== 'admin';

const nothing: InstanceAccess = { state: null, missing: [] };

function missingOf(
  planned: PlannedInstances | null,
  known: readonly PlannedInstance[],
  has: readonly PlannedInstance[],
): readonly PlannedInstance[] {
  if (planned === null || has.some((each) => isSameInstance(each, everyInstance))) return [];
  const wanted = planned === 'all' ? (known.length === 0 ? [everyInstance] : known) : planned;
  return wanted.filter((each) => !has.some((other) => isSameInstance(each, other)));
}

/** By ID where both have one, otherwise by name. */
export const isSameInstance = (one: PlannedInstance, other: PlannedInstance): boolean =>
  one.instanceId !== null && other.instanceId !== null
    ? one.instanceId === other.instanceId
    : instanceNameKey(one.name) === instanceNameKey(other.name);

/** The form of a name to compare by. */
export const instanceNameKey = (name: string): string => name.trim().toLowerCase();

/** An instance to which somebody was added, as an admin ticked it off. */
export const addedInstance = plannedInstance.extend({
  /** ms since 1970. */
  at: z.number(),
  /** As the record names people. */
  by: z.string(),
  /** The task list it was read from; null: ticked here. */
  sourceFile: z.string().nullable(),
  /** Who ticked it off, as the team names the colleague; null: it was ticked off with this app. */
  colleague: z.string().nullable(),
});
export type AddedInstance = z.infer<typeof addedInstance>;

/** What a colleague planned for a person, as the team says. */
export const colleaguesPlan = z.object({
  wanted: plannedInstances,
  /** As the team named the colleague. */
  who: z.string(),
  /** Planned with this person's own login, on another computer. */
  isOwn: z.boolean(),
  /** ms since 1970, by that computer's clock. */
  at: z.number(),
});
export type ColleaguesPlan = z.infer<typeof colleaguesPlan>;

/** What is planned for one person in an account. */
export const shownPlan = z.object({
  planned: plannedInstances.nullable(),
  /** A colleague's newest plan: what is planned if there is no own one, otherwise a different one. Own plans aren't replaced by it. */
  colleaguesPlan: colleaguesPlan.nullable(),
});
export type ShownPlan = z.infer<typeof shownPlan>;

/** What is known of one person's access to the instances of an account. */
export const instanceDetails = shownPlan.extend({
  state: instanceAccessState,
  /** When and by which identity at Amazon it was planned with this app; null if it wasn't, but by a colleague or not at all. */
  ownPlan: z.object({ at: z.number(), by: z.string() }).nullable(),
  /** Empty also if nothing is planned. */
  missing: z.array(plannedInstance),
  /** In the order in which they were ticked off. */
  added: z.array(addedInstance),
  /** What the person's own sign-in can open. */
  seen: z.array(plannedInstance),
  /** When that was listed, in ms since 1970; null: never, or the person doesn't sign in on this computer. */
  seenAt: z.number().nullable(),
});
export type InstanceDetails = z.infer<typeof instanceDetails>;

/** Somebody who accepted an invitation to an account that a connection administers. */
export const instanceWork = instanceDetails.extend({
  account: accountRef,
  realm: z.string(),
  accountName: z.string(),
  invitationId: z.string(),
  emailAddress: z.string(),
  userName: z.string(),
  /** When the app learned that it was accepted, in ms since 1970. */
  acceptedAt: z.number(),
  /** Stands for everything shown here; it goes with a command, which is refused if anything has changed since. */
  saw: z.string(),
});
export type InstanceWork = z.infer<typeof instanceWork>;

/** An account of the work list. */
export const workAccount = z.object({
  account: accountRef,
  realm: z.string(),
  /** Its instances, by name; null if no admin's sign-in ever listed them. */
  instances: z.array(plannedInstance).nullable(),
  /** When they were listed, in ms since 1970. */
  asOf: z.number().nullable(),
  /** Counts over everybody in it. */
  counts: z.object({ waiting: z.number(), has: z.number(), notTracked: z.number() }),
});
export type WorkAccount = z.infer<typeof workAccount>;
