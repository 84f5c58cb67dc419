import { z } from 'zod';
import { operationKinds } from './operation';

/** What one command requested: all its operations, across any number of accounts. */
export const runKinds = [...operationKinds, 'changeRole'] as const;
export type RunKind = (typeof runKinds)[number];

/**
 * What to do with an operation in doubt that is clearly missing from Amazon's list:
 * - `ask`: a person decides.
 * - `sendAgain`: it is sent again, at most twice, while the doubt is fresh. Later a person decides.
 */
export const whenNotSeen = z.enum(['ask', 'sendAgain']);
export type WhenNotSeen = z.infer<typeof whenNotSeen>;

/** How many operations have each status. A retried operation counts as the one that replaced it. */
export const counts = z.object({
  queued: z.number(),
  sending: z.number(),
  done: z.number(),
  failed: z.number(),
  inDoubt: z.number(),
  /** Not sent because it isn't needed (see `shownStatus`); not counted as failed. */
  skipped: z.number(),
  /** Stopped by a person before being sent; not counted as failed. */
  stopped: z.number(),
});
export type Counts = z.infer<typeof counts>;

/** How fast a run goes and how long the rest takes at that pace. */
export const runPace = z.object({
  /** Changes answered in a minute. */
  perMinute: z.number(),
  /** In ms. */
  leftMs: z.number(),
});
export type RunPace = z.infer<typeof runPace>;

export const run = z.object({
  runId: z.number(),
  kind: z.enum(runKinds),
  whenNotSeen,
  /** Its queued operations are held back until it is resumed. */
  paused: z.boolean(),
  /** When it starts, ms since 1970: until then a person can call it back. Null once it has started. */
  startsAt: z.number().nullable(),
  /** ms since 1970. */
  createdAt: z.number(),
  /** Null while it doesn't move or too little is known. */
  pace: runPace.nullable(),
  counts,
  accounts: z.array(
    z.object({ connectionId: z.string(), accountId: z.string(), accountName: z.string(), counts }),
  ),
});
export type Run = z.infer<typeof run>;

/**
 * Why nothing is sent through a connection right now:
 * - `throttled`: Amazon asked to slow down; continues automatically.
 * - `unreachable`: can't reach Amazon; continues automatically.
 * - `signIn`: continues once the connection is signed in.
 * - `team`: a colleague is sending in the account, or the team's database doesn't answer; continues automatically.
 */
export const waitReasons = ['throttled', 'unreachable', 'signIn', 'team'] as const;
export type WaitReason = (typeof waitReasons)[number];
export const wait = z.object({
  connectionId: z.string(),
  reason: z.enum(waitReasons),
  /** One sentence for people. */
  message: z.string(),
  /** When it is retried, ms since 1970; null if that depends on a person. */
  until: z.number().nullable(),
  /** The names of the accounts that wait, if not all of the connection do. */
  accounts: z.array(z.string()).optional(),
});
export type Wait = z.infer<typeof wait>;

/** A connection whose calls Amazon slowed down. */
export const slowed = z.object({
  connectionId: z.string(),
  callsPerMinute: z.number(),
  /** Estimated time to send everything queued through it, in ms. */
  leftMs: z.number(),
});
export type Slowed = z.infer<typeof slowed>;
