import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { keychainStates } from '../domain/connection/keychain';
import { nothing } from './common';

/** The program itself. */
export const appChannels = {
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      electronVersion: z.string(),
      /** True when the runtime is the substitute for development, never in what ships. */
      developmentRuntime: z.boolean(),
      platform: z.string(),
      /** False where Chromium's sandbox is off, as an AppImage starts on a system without user namespaces. */
      sandboxed: z.boolean(),
      dataFolder: z.string(),
      /** Why nothing continues by itself at this start, if so: other computers may use the same data. */
      dataPlace: z.object({
        /** The data folder is on a network drive. */
        network: z.boolean(),
        /** The other computer that used the data since this one did. */
        otherComputer: z
          .object({
            name: z.string(),
            /** When it opened the data, or closed them, ms since 1970. */
            lastUsedAt: z.number(),
            /** False when the app may still run there. */
            closed: z.boolean(),
          })
          .nullable(),
      }),
      keychain: z.object({
        state: z.enum(keychainStates),
        /** For people: what it means and the remedy. Empty when all is well. */
        explanation: z.string(),
        /** For people: what should be gone from the keychain and isn't yet. Empty when there is nothing. */
        leftBehind: z.string(),
      }),
      /** Files that were found damaged at this start, and the names under which they were kept in `dataFolder`. */
      damaged: z.array(z.object({ what: z.enum(['database', 'settings']), keptAs: z.string() })),
      /** True while the answers to changes wait to be saved because the disk is full. */
      diskFull: z.boolean(),
      /** The last notification, if the system did not show it; null: it did, or there was none. */
      failedNotification: z.string().nullable(),
      /** True when the environment asked for certificates not to be checked. They are checked all the same. */
      certificateSwitchIgnored: z.boolean(),
    }),
  },
  /** Tries the keychain again, for example after it was unlocked; `app.info` tells what came of it. */
  'app.checkKeychain': { input: nothing, output: z.object({}) },
  /** Puts what support asks for on the clipboard, without secrets, names or email addresses. Sends nothing. */
  'app.diagnostics': { input: nothing, output: z.object({}) },
} satisfies AreaChannels<'app'>;
