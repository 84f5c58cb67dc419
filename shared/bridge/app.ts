import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { gridCommand } from '../domain/batch/gridCommands';
import { keychainStates } from '../domain/connection/keychain';
import { nothing } from './common';

/** The app itself. */
export const appChannels = {
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      electronVersion: z.string(),
      /** True when the runtime is the development substitute; never in a shipped build. */
      developmentRuntime: z.boolean(),
      platform: z.string(),
      /** False where Chromium's sandbox is off, as an AppImage starts on a system without user namespaces. */
      sandboxed: z.boolean(),
      dataFolder: z.string(),
      /** Why nothing resumes automatically at this start, if so: other computers may use the same data. */
      dataPlace: z.object({
        /** The data folder is on a network drive. */
        network: z.boolean(),
        /** The other computer that used the data since this one did. */
        otherComputer: z
          .object({
            name: z.string(),
            /** When it opened or closed the data, ms since 1970. */
            lastUsedAt: z.number(),
            /** False if the app may still be running there. */
            closed: z.boolean(),
          })
          .nullable(),
      }),
      keychain: z.object({
        state: z.enum(keychainStates),
        /** For people: what it means and how to fix it. Empty when all is well. */
        explanation: z.string(),
        /** For people: what should have been deleted from the keychain but hasn't been yet. Empty when there is nothing. */
        leftBehind: z.string(),
      }),
      /** Files found damaged at this start, and the names under which they were set aside in `dataFolder`. */
      damaged: z.array(z.object({ what: z.enum(['database', 'settings']), keptAs: z.string() })),
      /** True while answers to changes can't be saved because the disk is full. */
      diskFull: z.boolean(),
      /** The last notification if the system didn't show it; null if it did, or if there was none. */
      failedNotification: z.string().nullable(),
      /** True when the environment asked to turn off certificate checks. They stay on regardless. */
      certificateSwitchIgnored: z.boolean(),
    }),
  },
  /** Tries the keychain again, for example after it was unlocked; `app.info` has the result. */
  'app.checkKeychain': { input: nothing, output: z.object({}) },
  /**
   * Which items of the native menu can be used on the screen that is shown in this window, while it is in front; without a window none
   * of them can.
   */
  'app.setMenu': {
    input: z.strictObject({
      canExport: z.boolean(),
      canExportForApproval: z.boolean(),
      canOpenWindow: z.boolean(),
    }),
    output: z.object({}),
  },
  /** Copies what support asks for to the clipboard, without secrets, names or email addresses. Sends nothing. */
  'app.diagnostics': { input: nothing, output: z.object({}) },
  /**
   * Copies what Amazon's answers looked like since the app started to the clipboard: status codes, names of headers and shapes,
   * without any value. Sends nothing.
   */
  'app.observations': { input: nothing, output: z.object({}) },
  /**
   * Opens the native menu of a cell of a batch, at a place in px of the page. Cut, Copy and Paste are the system's own; any other
   * item that a person selects is answered, null if none.
   */
  'app.cellMenu': {
    input: z.strictObject({ x: z.number().min(0).max(100_000), y: z.number().min(0).max(100_000) }),
    output: z.object({ command: gridCommand.nullable() }),
  },
} satisfies AreaChannels<'app'>;
