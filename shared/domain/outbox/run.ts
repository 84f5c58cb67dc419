import { z } from 'zod';
import { operationKinds } from './operation';

/** What one command asked for: all its operations, over any number of accounts. */
export const runKinds = [...operationKinds, 'changeRole'] as const;
export type RunKind = (typeof runKinds)[number];

/**
 * What becomes of an operation in doubt that Amazon's list clearly lacks:
 * - `ask`: a person decides.
 * - `sendAgain`: it is sent again, at most twice, while the doubt is fresh. Later a person decides.
 */
export const whenNotSeen = z.enum(['ask', 'sendAgain']);
export type WhenNotSeen = z.infer<typeof whenNotSeen>;

/** How many operations stand where. An operation that was sent again counts as the one that replaced it. */
export const counts = z.object({
  queued: z.number(),
  sending: z.number(),
  done: z.number(),
  failed: z.number(),
  inDoubt: z.number(),
  /** Not sent, because it isn't needed (see `shownStatus`); not among the failed. */
  skipped: z.number(),
  /** Stopped by a person before they were sent; not among the failed. */
  stopped: z.number(),
});
export type Counts = z.infer<typeof counts>;

export const run = z.object({
  runId: z.number(),
  kind: z.enum(runKinds),
  whenNotSeen,
  /** Its waiting operations are held back until it is resumed. */
  paused: z.boolean(),
  /** When it starts, ms since 1970: until then a person can call it back. Null once it has started. */
  startsAt: z.number().nullable(),
  /** ms since 1970. */
  createdAt: z.number(),
  counts,
  accounts: z.array(
    z.object({ connectionId: z.string(), accountId: z.string(), accountName: z.string(), counts }),
  ),
});
export type Run = z.infer<typeof run>;

/**
 * Why nothing goes out through a connection right now:
 * - `throttled`: Amazon asked to slow down; goes on by itself.
 * - `unreachable`: no way to Amazon; goes on by itself.
 * - `signIn`: goes on once the connection is signed in.
 */
export const waitReasons = ['throttled', 'unreachable', 'signIn'] as const;
export type WaitReason = (typeof waitReasons)[number];
export const wait = z.object({
  connectionId: z.string(),
  reason: z.enum(waitReasons),
  /** One sentence for people. */
  message: z.string(),
  /** When it is tried again, ms since 1970; null where that depends on a person. */
  until: z.number().nullable(),
  /** The names of the only accounts that wait; left out where all of the connection do. */
  accounts: z.array(z.string()).optional(),
});
export type Wait = z.infer<typeof wait>;

/** A connection whose calls Amazon slowed down. */
export const slowed = z.object({
  connectionId: z.string(),
  callsPerMinute: z.number(),
  /** About how long all that is queued through it takes, in ms. */
  leftMs: z.number(),
});
export type Slowed = z.infer<typeof slowed>;
