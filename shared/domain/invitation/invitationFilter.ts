import { z } from 'zod';
import { accountRef } from '../account/account';
import { invitationState } from './invitation';

/** Which invitations are meant; what is left out does not matter. Times are ms since 1970. */
export const invitationFilter = {
  accounts: z.array(accountRef).max(1000).optional(),
  /** Of the accounts that any of these connections leads to. */
  connections: z.array(z.string().min(1).max(64)).max(100).optional(),
  states: z.array(invitationState).optional(),
  /** In any case. */
  roles: z.array(z.string().max(100)).max(20).optional(),
  /** What comes after the @, in any case. */
  domains: z.array(z.string().max(254)).max(200).optional(),
  createdBy: z.array(z.string().max(400)).max(200).optional(),
  /** Made with this app, on this computer. */
  sentByMe: z.boolean().optional(),
  /** Without `accounts`: only where a connection leads that can list and resend, as far as is known. */
  expiresWithinDays: z.number().min(0).max(366).optional(),
  /** From this moment on, and before that one; the same with those of `created…`. */
  expiresFrom: z.number().optional(),
  expiresTo: z.number().optional(),
  createdFrom: z.number().optional(),
  createdTo: z.number().optional(),
  /** By `stateSince`. */
  stateChangedWithinDays: z.number().min(0).max(3660).optional(),
  /** Leaves out those whose person has a newer invitation to the same account. */
  latestOnly: z.boolean().optional(),
  /** Looked for in email, name, inviter and invitation id. */
  search: z.string().max(200).optional(),
};
