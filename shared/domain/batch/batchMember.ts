import { z } from 'zod';
import { linkedMember } from '../person/linkedMember';

/** Somebody who accepted an invitation of a batch. */
export const batchMember = z.object({
  rowId: z.string(),
  emailAddress: z.string(),
  userName: z.string(),
  accountName: z.string(),
  /** The instances planned for them, as in a cell; empty if none are. */
  planned: z.string(),
  /** Null if no member of the account is this person with certainty, or probably. */
  member: linkedMember.nullable(),
});
export type BatchMember = z.infer<typeof batchMember>;
