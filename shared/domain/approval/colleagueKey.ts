import { z } from 'zod';
import { publicKey } from './batchFile';

/**
 * - `unconfirmed`: first seen in a file. Nobody compared its words yet, so nothing it approves counts.
 * - `confirmed`: somebody compared the words by phone and said so here.
 * - `distrusted`: what it signs is refused, except what had arrived before.
 */
export const keyStates = ['unconfirmed', 'confirmed', 'distrusted'] as const;

/** A colleague's key as this desktop knows it. Times are ms since 1970, of this computer. */
export const colleagueKey = z.object({
  key: publicKey,
  state: z.enum(keyStates),
  /** As somebody here named it; until then as its files do, which proves nothing. */
  name: z.string(),
  /** Whether the name was given here. */
  isNamedHere: z.boolean(),
  /** The key as ten words, to compare by phone. */
  phrase: z.array(z.string()),
  firstSeenAt: z.number(),
  /** When it was last confirmed or distrusted; null before. */
  decidedAt: z.number().nullable(),
});
export type ColleagueKey = z.infer<typeof colleagueKey>;
