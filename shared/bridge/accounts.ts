import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { account, accountRef } from '../domain/account/account';
import { refreshProgress } from '../domain/account/refresh';
import { errorBody } from '../errors';
import { nothing, connectionId } from './common';

/** AMC accounts you can reach. */
export const accountsChannels = {
  'accounts.list': {
    input: z.strictObject({ connectionId: z.string().optional(), search: z.string().max(200).optional() }),
    output: z.object({ accounts: z.array(account) }),
  },
  /** Reads all accounts of one connection, then each account's invitations, which shows where it may invite. */
  'accounts.refresh': {
    input: connectionId,
    output: z.object({
      accounts: z.number(),
      /** Accounts whose invitations couldn't be read for a reason other than missing permission. */
      failures: z.array(z.object({ account: accountRef, error: errorBody })),
    }),
  },
  /**
   * Starts refreshing all accounts of all signed-in connections in the background. If a refresh is already running, it continues.
   * Follow it with `accounts.refreshProgress` on `accounts.changed`.
   */
  'accounts.refreshAll': { input: nothing, output: z.object({}) },
  'accounts.refreshProgress': { input: nothing, output: z.object({ progress: refreshProgress }) },
  /** Finishes the accounts being read; the others wait. */
  'accounts.pauseRefresh': { input: nothing, output: z.object({}) },
  'accounts.resumeRefresh': { input: nothing, output: z.object({}) },
  /** Stops it; accounts that weren't read keep their data. */
  'accounts.stopRefresh': { input: nothing, output: z.object({}) },
  'accounts.setFavourite': {
    input: z.strictObject({ account: accountRef, favourite: z.boolean() }),
    output: z.object({}),
  },
  'accounts.markOpened': { input: z.strictObject({ account: accountRef }), output: z.object({}) },
} satisfies AreaChannels<'accounts'>;
