import { z } from 'zod';

/**
 * What keeps a change of somebody from being sent: another app's claim in the team's store, which doesn't know yet how its own
 * change ended. Times are ms since 1970.
 */
export const barringClaim = z.object({
  claimId: z.string(),
  /** Who claimed, as the team names them. */
  colleague: z.string(),
  /** It is another computer, or a copy of this data, of the same login. */
  isOwn: z.boolean(),
  kind: z.enum(['create', 'setRole', 'removeMember']),
  claimedAt: z.number(),
  /** The app that claimed runs, or may come back from a short sleep: it settles this itself. */
  isRunning: z.boolean(),
  /** Nothing can be known before that: the app may come back, or Amazon may still carry the change out. Null: it can. */
  notBefore: z.number().nullable(),
});
export type BarringClaim = z.infer<typeof barringClaim>;

/** What a person decides about a colleague's change. `byList`: only what Amazon shows counts. */
export const claimDecisions = ['byList', 'done', 'notDone'] as const;
export type ClaimDecision = (typeof claimDecisions)[number];

/**
 * How a colleague's claim was settled, or that it stays:
 * - `done`, `failed`: settled; `byList`: Amazon's list shows it, otherwise a person decided.
 * - `gone`: it isn't open any longer; nothing was changed.
 * - `open`: it stays. `early`: see `notBefore`; `unread`: Amazon's lists couldn't be read; `turn`: a colleague is sending in the
 *   account; otherwise they were read, and don't show enough: a person may decide.
 */
export const claimSettlement = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.enum(['done', 'failed']),
    byList: z.boolean(),
    invitationId: z.string().nullable(),
  }),
  z.object({ outcome: z.literal('gone') }),
  z.object({
    outcome: z.literal('open'),
    why: z.enum(['early', 'unread', 'turn', 'joined', 'several', 'unclear']),
    notBefore: z.number().nullable(),
  }),
]);
export type ClaimSettlement = z.infer<typeof claimSettlement>;
