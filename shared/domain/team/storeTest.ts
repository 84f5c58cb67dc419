import { z } from 'zod';
import { errorBody } from '../../errorBody';

/** What a login may do in the team. */
export const teamRights = z.object({
  displayName: z.string(),
  /** Of every shared account; otherwise only of those an administrator selected. */
  seesAll: z.boolean(),
  mayDraft: z.boolean(),
  maySend: z.boolean(),
  mayAdminister: z.boolean(),
});
export type TeamRights = z.infer<typeof teamRights>;

/** The parts of a connection to a team's store, in the order in which they are tested. */
export const storeTestSteps = ['host', 'tls', 'login', 'version', 'rights', 'schema'] as const;
export type StoreTestStep = (typeof storeTestSteps)[number];

/** One part of the test: it holds, it is wrong, or an earlier part kept it from being tested. */
export const storeTestFinding = z.object({
  step: z.enum(storeTestSteps),
  outcome: z.enum(['holds', 'wrong', 'notTested']),
  /** What was found, and what to do if it is wrong; empty if it wasn't tested. */
  text: z.string(),
});
export type StoreTestFinding = z.infer<typeof storeTestFinding>;

export const storeTest = z.object({
  findings: z.array(storeTestFinding),
  /** As the store says; null if the test didn't come that far. */
  team: z.object({ teamId: z.string(), name: z.string() }).nullable(),
  rights: teamRights.nullable(),
  /** Why this login can't join; null if it can. */
  error: errorBody.nullable(),
  /** The database isn't set up yet, and this login may do it. */
  maySetUp: z.boolean(),
});
export type StoreTest = z.infer<typeof storeTest>;
