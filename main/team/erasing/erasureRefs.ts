import { z } from 'zod';

/** As many as the store's own erasing lists. */
export const maxRefs = 100;

/** IDs of facts and claims in the team's store that are, or were, about a person. They name nobody. */
export const erasureRefs = z.object({
  factIds: z.array(z.uuid()).max(maxRefs),
  claimIds: z.array(z.uuid()).max(maxRefs),
});
export type ErasureRefs = z.infer<typeof erasureRefs>;
