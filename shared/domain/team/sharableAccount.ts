import { z } from 'zod';

/** An account, whichever connection reaches it. */
export const sharedAccountRef = z.strictObject({
  realm: z.string().min(1).max(300),
  accountId: z.string().min(1).max(200),
});
export type SharedAccountRef = z.infer<typeof sharedAccountRef>;

/** An account that can be shared with the team, and what would be shared. */
export const sharableAccount = sharedAccountRef.extend({
  name: z.string(),
  /** The labels of the connections that reach it. */
  connections: z.array(z.string()),
  /** Invitations in its history, of any state. */
  invitations: z.number(),
  members: z.number(),
  /** Changes in it follow the team's rules here. */
  isShared: z.boolean(),
  /** Who shared it, as the team names them; null: nobody yet, or not known. */
  sharedBy: z.string().nullable(),
});
export type SharableAccount = z.infer<typeof sharableAccount>;

/** The realm of the sandbox that the app starts itself: it is different on each computer, so it is never shared. */
export const embeddedSandboxRealm = 'sandbox';
