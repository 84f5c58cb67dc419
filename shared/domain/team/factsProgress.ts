import { z } from 'zod';
import { errorBody } from '../../errorBody';

/** Of this app's own, what the team's store refused; the rest was shared. */
export const refusedFacts = z.object({
  count: z.number(),
  /** PostgreSQL's, each once. */
  codes: z.array(z.string()),
});
export type RefusedFacts = z.infer<typeof refusedFacts>;

/** How far this app and the team are in telling each other what they know of shared accounts. */
export const factsProgress = z.object({
  /** When everything colleagues had shared was known here; ms since 1970, null: never. */
  learnedAt: z.number().nullable(),
  /** Much is being learned: this many of about that many. */
  merging: z.object({ learned: z.number(), about: z.number() }).nullable(),
  /** How many of this app's own the team doesn't have yet. */
  waiting: z.number(),
  refused: refusedFacts,
  /** What colleagues shared and this version can't read. */
  unreadable: z.number(),
  /** Why the last exchange failed; null if it didn't. */
  problem: errorBody.nullable(),
});
export type FactsProgress = z.infer<typeof factsProgress>;
