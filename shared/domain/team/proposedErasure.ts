import { z } from 'zod';
import { erasureSubject } from '../person/erasure';

/** A person whom a colleague erased, and who is still named here. */
export const proposedErasure = z.object({
  /** The erasure, as the team's store has it. */
  factId: z.string(),
  /** Who erased them, as the team named the colleague then. */
  who: z.string(),
  /** When the team learned of it, ms since 1970, by the store's clock. */
  at: z.number(),
  subject: erasureSubject,
});
export type ProposedErasure = z.infer<typeof proposedErasure>;
