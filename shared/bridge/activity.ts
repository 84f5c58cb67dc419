import { z } from 'zod';
import { memberPersonRef } from '../domain/person/memberPerson';
import type { AreaChannels } from './channelSpec';
import { accountRef } from '../domain/account/account';
import { activityActions, activityEntry, activityResults, activitySources } from '../domain/activity';
import { page } from './common';

/** Which entries to return; fields left out don't narrow the result. */
const activityFilter = {
  source: z.enum(activitySources).optional(),
  accounts: z.array(accountRef).max(1000).optional(),
  actions: z.array(z.enum(activityActions)).optional(),
  results: z.array(z.enum(activityResults)).optional(),
  /** Exactly as the entries name the actor. */
  actor: z.string().max(400).optional(),
  /** Entries about one person; the case of the address doesn't matter. */
  emailAddress: z.string().max(254).optional(),
  /** Entries about one member, in all accounts. */
  member: memberPersonRef.strict().optional(),
  /** Entries of a batch, or of one of its rows. */
  batch: z.strictObject({ batchId: z.string().max(64), rowId: z.string().max(64).optional() }).optional(),
  /** Searched in person, account, invitation ID, Amazon's request ID, and the row's batch, note and file. */
  search: z.string().max(200).optional(),
  /** ms since 1970, inclusive. */
  from: z.number().int().optional(),
  /** ms since 1970, exclusive. */
  to: z.number().int().optional(),
};

/** The activity record. */
export const activityChannels = {
  /** The activity record with what colleagues' apps recorded, newest first. */
  'activity.list': {
    input: z.strictObject({ ...activityFilter, ...page }),
    output: z.object({ entries: z.array(activityEntry), total: z.number() }),
  },
  /** Shows a save dialog and writes the entries as CSV. `saved`: false when the person canceled. */
  'activity.export': {
    input: z.strictObject(activityFilter),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional(), entries: z.number() }),
  },
} satisfies AreaChannels<'activity'>;
