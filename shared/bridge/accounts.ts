import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { account, accountRef } from '../domain/account/account';
import { refreshProgress } from '../domain/account/refresh';
import { errorBody } from '../errors';
import { nothing, connectionId } from './common';

/** AMC accounts in reach. */
export const accountsChannels = {
  'accounts.list': {
    input: z.strictObject({ connectionId: z.string().optional(), search: z.string().max(200).optional() }),
    output: z.object({ accounts: z.array(account) }),
  },
  /** Reads all accounts of one connection, then each account's invitations, which tells where it may invite. */
  'accounts.refresh': {
    input: connectionId,
    output: z.object({
      accounts: z.number(),
      /** Accounts whose invitations could not be read for another reason than missing permission. */
      failures: z.array(z.object({ account: accountRef, error: errorBody })),
    }),
  },
  /**
   * Begins to refresh all accounts of all signed-in connections in the background, or lets the one that is under way go on; follow it
   * with `accounts.refreshProgress` on `accounts.changed`.
   */
  'accounts.refreshAll': { input: nothing, output: z.object({}) },
  'accounts.refreshProgress': { input: nothing, output: z.object({ progress: refreshProgress }) },
  /** What is being read comes to its end; the other accounts wait. */
  'accounts.pauseRefresh': { input: nothing, output: z.object({}) },
  'accounts.resumeRefresh': { input: nothing, output: z.object({}) },
  /** Ends it; accounts that were not read stay as they were. */
  'accounts.stopRefresh': { input: nothing, output: z.object({}) },
  'accounts.setFavourite': {
    input: z.strictObject({ account: accountRef, favourite: z.boolean() }),
    output: z.object({}),
  },
  'accounts.markOpened': { input: z.strictObject({ account: accountRef }), output: z.object({}) },
} satisfies AreaChannels<'accounts'>;
