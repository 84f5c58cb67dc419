import { z } from 'zod';
import { lastAdminRefusals, maskNames, secondInvitations } from './conduct';
import { faultRule } from '../faults/fault';

/** One person by the name a sign-in suggests (`login_hint`); everybody if omitted. */
const identity = z.string().min(1).optional();

/** The commands for a running sandbox, each with its answer. */
export const command = z.discriminatedUnion('type', [
  /** Adds a rule. Answers with the number of queued faults that haven't occurred yet. */
  z.strictObject({ type: z.literal('misbehave'), rule: faultRule }),
  /** Drops every rule. Answers with the number of queued faults that never occurred. */
  z.strictObject({ type: z.literal('behave') }),
  /** Answers with the number of queued faults that haven't occurred yet. */
  z.strictObject({ type: z.literal('countFaults') }),
  /** Expires access tokens now; refresh tokens stay valid. Answers with how many. */
  z.strictObject({ type: z.literal('expireTokens'), identity }),
  /** Revokes access and refresh tokens, as when a person removes the app. Answers with how many. */
  z.strictObject({ type: z.literal('revokeGrants'), identity }),
  /** Moves the sandbox's clock by this many ms, back if negative. Answers with ms since 1970 by that clock. */
  z.strictObject({ type: z.literal('moveClock'), ms: z.int() }),
  /** Whether a sign-in that asks for `profile` is refused with invalid_scope. Answers with 0. */
  z.strictObject({ type: z.literal('refuseProfile'), refuse: z.boolean() }),
  /** Changes how the user operations answer; omitted fields stay. Answers with 0. */
  z.strictObject({
    type: z.literal('conduct'),
    conduct: z.strictObject({
      mask: z.enum(maskNames).optional(),
      lastAdminRemoval: z.enum(lastAdminRefusals).optional(),
      lastAdminRoleChange: z.enum(lastAdminRefusals).optional(),
      secondInvitation: z.enum(secondInvitations).optional(),
      comeAndGoEvery: z.int().min(0).optional(),
    }),
  }),
  /**
   * Adds a person to an account or removes one, as another admin would; `manager` and `noManager` apply to the manager account of
   * all accounts that have one. Answers with 1, or 0 if there is no such person.
   */
  z.strictObject({
    type: z.literal('setMember'),
    accountId: z.string().min(1),
    identity: z.string().min(1),
    access: z.enum(['admin', 'viewer', 'none', 'manager', 'noManager']),
  }),
  /** Starts another sandbox in this process, with these options of the command line. Answers with its port. */
  z.strictObject({ type: z.literal('startAnother'), options: z.array(z.string()) }),
  /** Ends the sandbox, not its process. Answers with 0. */
  z.strictObject({ type: z.literal('end') }),
]);

export type Command = z.infer<typeof command>;

/** What one sandbox does itself; its process does the others. */
export type OwnCommand = Exclude<Command, { type: 'startAnother' | 'end' }>;

/**
 * A command as a message of the parent process; `id` comes back with the answer. `port` says which of the process's sandboxes it is
 * for: without it, the first.
 */
export const commandMessage = z.strictObject({ id: z.int(), port: z.int().optional(), command });

export type CommandMessage = z.infer<typeof commandMessage>;

export type CommandAnswer =
  | { readonly type: 'obeyed'; readonly id: number; readonly result: number }
  | { readonly type: 'refused'; readonly id: number | null; readonly message: string };
