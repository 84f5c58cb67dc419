import { z } from 'zod';

/** An invitation that a colleague made in a shared account, as the team's store says. */
export const colleagueInvitation = z.object({
  realm: z.string(),
  accountId: z.string(),
  /** In the form of `mailboxKey`. */
  emailAddress: z.string(),
  /** Who made it, as the team names them. */
  who: z.string(),
  /** Made with this person's own login, on another computer. */
  isOwn: z.boolean(),
  /** As Amazon names it; null if the store doesn't say. */
  role: z.string().nullable(),
  /** When it was done, ms since 1970, by the store's clock. */
  at: z.number(),
});
export type ColleagueInvitation = z.infer<typeof colleagueInvitation>;

/**
 * What this computer's own readings say about an invitation that it knows from the team alone:
 * - `notYet`: no complete list of pending invitations was read since
 * - `maybeMember`: a list read since doesn't have it, but a member who came since then has an address that fits
 */
const colleagueInvitationReading = z.enum(['notYet', 'maybeMember']);

/** One that this computer's own readings don't account for. */
export const unseenInvitation = colleagueInvitation.extend({ reading: colleagueInvitationReading });
export type UnseenInvitation = z.infer<typeof unseenInvitation>;
