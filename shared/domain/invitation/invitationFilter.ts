import { z } from 'zod';
import { accountRef } from '../account/account';
import { instanceAccessState } from '../account/instanceAccessState';
import { groupId } from '../account/labels';
import { invitationState } from './invitation';

/** Which invitations to return; fields left out don't narrow the result. Times are ms since 1970. */
export const invitationFilter = {
  accounts: z.array(accountRef).max(1000).optional(),
  /** Of the accounts that any of these connections reaches. */
  connections: z.array(z.string().min(1).max(64)).max(100).optional(),
  /** Of the accounts in any of these groups, by ID. */
  groups: z.array(groupId).max(1000).optional(),
  states: z.array(invitationState).optional(),
  /** Only accepted ones of which this is known; see `instanceAccessOf`. */
  instanceAccess: z.array(instanceAccessState).optional(),
  /** Case-insensitive. */
  roles: z.array(z.string().max(100)).max(20).optional(),
  /** The part after the @, case-insensitive. */
  domains: z.array(z.string().max(254)).max(200).optional(),
  createdBy: z.array(z.string().max(400)).max(200).optional(),
  /** Made with this app, on this computer. */
  sentByMe: z.boolean().optional(),
  /** Without `accounts`: only where a connection can list and resend, as far as is known. */
  expiresWithinDays: z.number().min(0).max(366).optional(),
  /** Inclusive and exclusive bounds; the same for `created…`. */
  expiresFrom: z.number().optional(),
  expiresTo: z.number().optional(),
  createdFrom: z.number().optional(),
  createdTo: z.number().optional(),
  /** By `stateSince`. */
  stateChangedWithinDays: z.number().min(0).max(3660).optional(),
  /** Excludes those whose person has a newer invitation to the same account. */
  latestOnly: z.boolean().optional(),
  /** Searched in email, name, inviter and invitation ID. */
  search: z.string().max(200).optional(),
};

/** What a list of invitations can be sorted by. */
export const invitationSort = z.enum([
  'expiresAt',
  'createdAt',
  'userName',
  'emailAddress',
  'accountName',
  'role',
  'state',
  'createdBy',
  'stateChangedAt',
]);
