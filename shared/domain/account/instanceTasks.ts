import { z } from 'zod';

/**
 * Why a line of a task list isn't taken over:
 * - `notDone`: it isn't marked as done. `alreadyDone`: it was ticked off before, by somebody who stays named.
 * - `nobody`: nobody with this address waits in, or was added to instances of, an account with this ID.
 * - `noAccount`: no account with this ID, or more than one, is administered here.
 * - `unclear`: what stands under "Done" is neither yes nor no. `incomplete`: the account, email or instance is missing.
 * - `otherInstance`: nobody planned this instance for the person, and the account isn't known to have it.
 * - `repeated`: an earlier line says the same.
 */
export const taskLeftOut = z.enum([
  'notDone',
  'alreadyDone',
  'nobody',
  'noAccount',
  'unclear',
  'incomplete',
  'otherInstance',
  'repeated',
]);
export type TaskLeftOut = z.infer<typeof taskLeftOut>;

/** A line of a task list, as it is in the file. */
export const taskLine = z.object({
  /** As a spreadsheet numbers it. */
  line: z.number(),
  accountName: z.string(),
  emailAddress: z.string(),
  instance: z.string(),
});
export type TaskLine = z.infer<typeof taskLine>;

/** What taking over a task list would write. */
export const taskPreview = z.object({
  previewId: z.string(),
  fileName: z.string(),
  /** The ticks, by who added the people; the most first. */
  ticks: z.array(z.object({ by: z.string(), count: z.number() })),
  /** The lines behind them. */
  lines: z.array(taskLine.extend({ by: z.string(), at: z.number() })),
  leftOut: z.array(z.object({ reason: taskLeftOut, lines: z.array(taskLine) })),
});
export type TaskPreview = z.infer<typeof taskPreview>;
