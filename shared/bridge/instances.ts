import { z } from 'zod';
import { accountRef } from '../domain/account/account';
import { instanceWork, workAccount } from '../domain/account/instanceAccess';
import { instanceAccessState } from '../domain/account/instanceAccessState';
import { taskPreview } from '../domain/account/instanceTasks';
import { plannedInstance, wantedInstances } from '../domain/account/plannedInstances';
import { invitationRef } from '../domain/invitation/invitation';
import type { AreaChannels } from './channelSpec';
import { nothing, page } from './common';

/** Max number of people that one command ticks off. */
const maxPeople = 2000;

/** A few instances of one person. */
const instances = z.array(plannedInstance).min(1).max(200);

/** Whom a person at the screen ticks off, or not any longer. */
const people = z
  .array(
    z.strictObject({
      invitation: invitationRef,
      /** As `instances.list` gave it. */
      saw: z.string().max(100_000),
      /** Omitted: all that are missing, or, to take back, all that were ticked off. */
      instances: instances.optional(),
    }),
  )
  .min(1)
  .max(maxPeople);

/**
 * What became of it. `done: false`: nothing was written, because `changed` of these people aren't as they were shown. `people`: what
 * was written for each, to undo it.
 */
const ticked = z.discriminatedUnion('done', [
  z.object({
    done: z.literal(true),
    people: z.array(z.object({ invitation: invitationRef, saw: z.string(), instances })),
  }),
  z.object({ done: z.literal(false), changed: z.number() }),
]);

/** Fits a full selection. */
const maxPeopleBytes = 8 * 1_048_576;

/** Who is to be added to which instances, and who was, as far as is known. Amazon's API doesn't add people; admins do by hand. */
export const instancesChannels = {
  /**
   * A page of those who accepted an invitation to an account that a connection administers, by account and name, with counts of
   * all of them; doesn't call Amazon.
   */
  'instances.list': {
    input: z.strictObject({
      /** Omitted: whatever their state. */
      states: z.array(instanceAccessState).optional(),
      account: accountRef.optional(),
      search: z.string().max(200).optional(),
      ...page,
    }),
    output: z.object({
      people: z.array(instanceWork),
      /** Those of the people, by name. */
      accounts: z.array(workAccount),
      total: z.number(),
    }),
  },
  /** How many people there are in each state, in all accounts that a connection administers. */
  'instances.counts': {
    input: z.strictObject({}),
    output: z.object({ waiting: z.number(), has: z.number(), notTracked: z.number() }),
  },
  /** Notes that an admin added these people in Amazon's console. Somebody of whom nothing is missing is INVALID_INPUT. */
  'instances.tickOff': { input: z.strictObject({ people }), output: ticked, maxInputBytes: maxPeopleBytes },
  /** Notes that they weren't added after all. */
  'instances.takeBack': { input: z.strictObject({ people }), output: ticked, maxInputBytes: maxPeopleBytes },
  /** Plans the instances of somebody who has accepted, in place of what was planned before. */
  'instances.plan': {
    input: z.strictObject({
      invitation: invitationRef,
      saw: z.string().max(100_000),
      wanted: wantedInstances,
    }),
    output: z.discriminatedUnion('done', [
      z.object({ done: z.literal(true) }),
      z.object({ done: z.literal(false) }),
    ]),
  },
  /** Tracks people who accepted before the app knew of instances: one, those of an account, or all. */
  'instances.track': {
    input: z.strictObject({
      which: z.union([
        z.literal('all'),
        z.strictObject({ account: accountRef }),
        z.strictObject({ invitation: invitationRef }),
      ]),
    }),
    output: z.object({ people: z.number() }),
  },
  /** Opens the place where an admin adds people: Amazon's, or the sandbox's own page. */
  'instances.openConsole': {
    input: z.strictObject({ account: accountRef }),
    output: z.object({ opened: z.boolean() }),
  },
  /** Shows a save dialog and writes everybody who waits or was ticked off as a task list, a line for each instance. */
  'instances.exportTasks': {
    input: z.strictObject({
      format: z.enum(['csv', 'xlsx']),
      states: z.array(instanceAccessState).optional(),
    }),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional(), tasks: z.number() }),
  },
  /** Asks for a task list and reads it; null: the person canceled. Nothing is written. */
  'instances.openTasks': { input: z.strictObject({}), output: z.object({ preview: taskPreview.nullable() }) },
  /** Writes what the preview showed. Refused with INVALID_INPUT if it is no longer the latest one, or anything has changed since. */
  'instances.addTasks': {
    input: z.strictObject({ previewId: z.string().max(100) }),
    output: z.object({ ticks: z.number() }),
  },
  /** Forgets the preview. */
  'instances.closeTasks': { input: z.strictObject({}), output: nothing },
} satisfies AreaChannels<'instances'>;
