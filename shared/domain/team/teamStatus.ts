import { z } from 'zod';
import { factsProgress } from './factsProgress';
import { storeAddress } from './storeAddress';
import { teamRights } from './storeTest';

/**
 * How this app stands with the team's store:
 * - `connecting`: it hasn't answered yet
 * - `connected`: changes in shared accounts can be sent
 * - `checking`: it waits until no earlier start of this data can be alive
 * - `copy`: another copy of this data is in use, so this one sends nothing in shared accounts
 * - `away`: it can't be used
 */
const teamStates = ['connecting', 'connected', 'checking', 'copy', 'away'] as const;

/** A colleague who sends in a shared account now. */
export const sendingColleague = z.object({
  displayName: z.string(),
  accountName: z.string(),
  sent: z.number(),
  total: z.number(),
});

export type SendingColleague = z.infer<typeof sendingColleague>;

/** What waits or is being sent, and what is unconfirmed, in shared accounts. */
export const openChanges = z.strictObject({
  waiting: z.number().int().min(0),
  unconfirmed: z.number().int().min(0),
});
export type OpenChanges = z.infer<typeof openChanges>;
/** Erasing people in the team's store that waits for it, or can't be done yet. */
export const waitingErasures = z.object({
  people: z.number(),
  /** Why the last try failed; empty if it didn't. */
  problem: z.string(),
});
export type WaitingErasures = z.infer<typeof waitingErasures>;

/** The team this installation belongs to. Times are ms since 1970. */
export const teamStatus = z.object({
  teamId: z.string(),
  name: z.string(),
  address: storeAddress,
  state: z.enum(teamStates),
  /** Why it isn't connected, and what helps; empty otherwise. */
  explanation: z.string(),
  /** The password is needed again, or another one. */
  needsPassword: z.boolean(),
  /** When the store last answered; null: never. */
  lastContactAt: z.number().nullable(),
  /** Null until the store said. */
  rights: teamRights.nullable(),
  sharedAccounts: z.number(),
  /** Changes in shared accounts whose outcome the team hasn't heard of yet. */
  unreported: z.number(),
  /** How many changes in shared accounts, by anybody, this app has learned of from the team. */
  learnedChanges: z.number(),
  /** What isn't ended yet in shared accounts. */
  open: openChanges,
  colleagues: z.array(sendingColleague),
  /** What this app and colleagues tell each other of shared accounts. */
  history: factsProgress,
  /** The administrators' names, as the store listed them last. */
  administrators: z.array(z.string()),
  erasures: waitingErasures,
});
export type TeamStatus = z.infer<typeof teamStatus>;
