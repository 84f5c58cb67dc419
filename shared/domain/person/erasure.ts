import { z } from 'zod';
import { leaverSubject } from '../leaver/leaver';
import { memberPersonRef } from './memberPerson';

/** Whose data is to be erased: addresses, and user IDs that are known to be theirs. */
export const erasureSubject = leaverSubject;
export type ErasureSubject = z.infer<typeof erasureSubject>;

/** What rows are about, by kind; `mentions` are other rows whose text names the person. */
export const erasureKinds = [
  'invitations',
  'members',
  'memberHistory',
  'operations',
  'activity',
  'batchRows',
  'decisions',
  'leavers',
  'directory',
  'savedViews',
  'mentions',
] as const;
export type ErasureKind = (typeof erasureKinds)[number];

export const erasureCounts = z.strictObject({
  invitations: z.number(),
  members: z.number(),
  memberHistory: z.number(),
  operations: z.number(),
  activity: z.number(),
  batchRows: z.number(),
  decisions: z.number(),
  leavers: z.number(),
  directory: z.number(),
  /** Views of lists, saved in the settings. */
  savedViews: z.number(),
  mentions: z.number(),
});
export type ErasureCounts = z.infer<typeof erasureCounts>;

/** What is open, so that nothing may be erased yet; each is ended before. */
export const erasureObstacles = z.strictObject({
  /** Pending invitations. */
  invitations: z.number(),
  /** Changes that wait, are being sent, or are unconfirmed. */
  operations: z.number(),
  /** Rows of batches that weren't sent. */
  batchRows: z.number(),
  /** Accounts that list the person, and that a connection reaches. */
  accounts: z.number(),
  /** Connections whose signed-in user is the person. */
  connections: z.number(),
});
export type ErasureObstacles = z.infer<typeof erasureObstacles>;

/** What would be erased, as a person sees it before agreeing. */
export const erasurePlan = z.strictObject({
  /** In lower case. */
  emailAddresses: z.array(z.string()),
  members: z.array(memberPersonRef.strict()),
  names: z.array(z.string()),
  counts: erasureCounts,
  obstacles: erasureObstacles,
  /** Accounts that listed the person when they were last read, and that no connection reaches anymore. */
  unreachable: z.number(),
  /** User IDs that may be the person's, but aren't certainly: they stay. */
  uncertain: z.number(),
  /** Damaged databases beside the data, set aside in the past, which may name the person and aren't changed. */
  damagedCopies: z.array(z.string()),
});
export type ErasurePlan = z.infer<typeof erasurePlan>;

/** Whether the text that confirms erasing was typed; case and spaces around it don't count. */
export const isErasureTyped = (typed: string): boolean => typed.trim().toLowerCase() === 'erase';

/** Whether something is open. */
export const isErasureOpen = (obstacles: ErasureObstacles): boolean =>
  Object.values(obstacles).some((count) => count > 0);
