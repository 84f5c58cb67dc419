import { z } from 'zod';

/** What a person can decide about a run whose changes wait, since the team's store is away. */
export const soloOffer = z.object({
  /** The last version of the team's rules that this app heard. */
  version: z.number(),
  /** They allow sending without the store, with a typed reason. */
  isAllowed: z.boolean(),
  /** How many changes wait in shared accounts, and in how many. */
  count: z.number(),
  accounts: z.number(),
});
export type SoloOffer = z.infer<typeof soloOffer>;
