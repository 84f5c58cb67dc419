import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { accountRef } from '../domain/account/account';
import { activityActions, activityEntry, activityResults } from '../domain/activity';
import { page } from './common';

/** Which entries of the record are meant; what is left out does not matter. */
const activityFilter = {
  accounts: z.array(accountRef).max(1000).optional(),
  actions: z.array(z.enum(activityActions)).optional(),
  results: z.array(z.enum(activityResults)).optional(),
  /** Exactly as the entries name who acted. */
  actor: z.string().max(400).optional(),
  /** Looked for in person, account, invitation id and Amazon's request id. */
  search: z.string().max(200).optional(),
  /** ms since 1970: from this moment on. */
  from: z.number().int().optional(),
  /** ms since 1970: before this moment. */
  to: z.number().int().optional(),
};

/** The record. */
export const activityChannels = {
  /** The record, newest first. */
  'activity.list': {
    input: z.strictObject({ ...activityFilter, ...page }),
    output: z.object({ entries: z.array(activityEntry), total: z.number() }),
  },
  /** Asks the person for a place and writes the entries there as CSV. `saved`: false when they closed the dialog. */
  'activity.export': {
    input: z.strictObject(activityFilter),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional(), entries: z.number() }),
  },
} satisfies AreaChannels<'activity'>;
