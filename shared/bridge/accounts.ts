import { z } from 'zod';
import type { AreaChannels } from './channelSpec';
import { account, accountRef } from '../domain/account/account';
import { accountGroup, groupId, groupName, maxTags, note, tag } from '../domain/account/labels';
import { knownInstances, reachedInstances } from '../domain/account/instance';
import { instancesInAccount, maxInstancesText, replacedPlans } from '../domain/account/plannedInstances';
import { refreshProgress } from '../domain/account/refresh';
import { errorBody } from '../errorBody';
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
  /**
   * What can be opened in every account that a connection reaches without being its admin: somebody adds such a person to each
   * instance, and until then there is nothing to open. Admins reach all instances of an account.
   */
  'accounts.instances': { input: nothing, output: z.object({ accounts: z.array(reachedInstances) }) },
  /** All instances of an account, as last listed to an admin of it, through whichever connection. */
  'accounts.knownInstances': {
    input: z.strictObject({ account: accountRef }),
    output: z.object({ known: knownInstances }),
  },
  /** Asks Amazon about these now; the answers are in the two channels above, on `accounts.changed`. */
  'accounts.readInstances': {
    input: z.strictObject({ accounts: z.array(accountRef).min(1).max(100) }),
    output: z.object({}),
  },
  /**
   * What a text about instances ("Main; Sandbox", "all") means in each of these accounts, and which earlier, different plans of
   * these people it would replace. Writes nothing and doesn't call Amazon.
   */
  'accounts.planInstances': {
    input: z.strictObject({
      accounts: z.array(accountRef).max(1000),
      emailAddresses: z.array(z.string().max(254)).max(1000),
      instances: z.string().max(maxInstancesText),
    }),
    output: z.object({ accounts: z.array(instancesInAccount), replaced: replacedPlans }),
  },
  'accounts.setFavourite': {
    input: z.strictObject({ account: accountRef, favourite: z.boolean() }),
    output: z.object({}),
  },
  'accounts.markOpened': { input: z.strictObject({ account: accountRef }), output: z.object({}) },
  /**
   * Sets what is given for all of the accounts, or for none if one isn't known. What people label an account with is theirs:
   * Amazon doesn't get it, and refreshes and the removal of a connection keep it.
   */
  'accounts.label': {
    input: z.strictObject({
      accounts: z.array(accountRef).min(1).max(1000),
      /** One of the groups, or by name: a name that differs only in case, width or composition is the same group's. Null: none. */
      group: z
        .union([z.strictObject({ groupId }), z.strictObject({ name: groupName })])
        .nullable()
        .optional(),
      /** An account has at most 20 tags; more are INVALID_INPUT. */
      addTags: z.array(tag).max(maxTags).optional(),
      removeTags: z.array(tag).max(1000).optional(),
      note: note.optional(),
    }),
    output: nothing,
  },
  /** The groups in the person's order, those without accounts too. */
  'accounts.groups': { input: nothing, output: z.object({ groups: z.array(accountGroup) }) },
  /** Another group's name is INVALID_INPUT. */
  'accounts.renameGroup': { input: z.strictObject({ groupId, name: groupName }), output: nothing },
  /** Groups left out follow in the order they had. */
  'accounts.orderGroups': {
    input: z.strictObject({ groupIds: z.array(groupId).max(1000) }),
    output: nothing,
  },
  /** Its accounts have no group then. It can be restored for a day. */
  'accounts.deleteGroup': { input: z.strictObject({ groupId }), output: nothing },
  /**
   * Gives a deleted group back to the accounts that have no other one since. INVALID_INPUT if a group has its name by now,
   * NOT_FOUND after a day.
   */
  'accounts.restoreGroup': { input: z.strictObject({ groupId }), output: nothing },
} satisfies AreaChannels<'accounts'>;
