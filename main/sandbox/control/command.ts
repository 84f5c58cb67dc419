import { z } from 'zod';
import { lastAdminRefusals, maskNames } from './conduct';
import { faultRule } from '../faults/fault';

/** One person by the name a sign-in proposes (`login_hint`); everybody when left out. */
const identity = z.string().min(1).optional();

/** What a running sandbox can be told, each with what it answers. */
export const command = z.discriminatedUnion('type', [
  /** Adds a rule. Answers with the number of queued faults still to be met. */
  z.strictObject({ type: z.literal('misbehave'), rule: faultRule }),
  /** Drops every rule. Answers with the number of queued faults that no request had met. */
  z.strictObject({ type: z.literal('behave') }),
  /** Answers with the number of queued faults still to be met. */
  z.strictObject({ type: z.literal('countFaults') }),
  /** Ends access tokens now; refresh tokens stay good. Answers with how many. */
  z.strictObject({ type: z.literal('expireTokens'), identity }),
  /** Ends access and refresh tokens, as a person does who removes the app. Answers with how many. */
  z.strictObject({ type: z.literal('revokeGrants'), identity }),
  /** Moves the sandbox's clock by so many ms, back when negative. Answers with ms since 1970 by that clock. */
  z.strictObject({ type: z.literal('moveClock'), ms: z.int() }),
  /** Whether a sign-in that asks for `profile` is refused with invalid_scope. Answers with 0. */
  z.strictObject({ type: z.literal('refuseProfile'), refuse: z.boolean() }),
  /** Changes how the user operations answer; what is left out stays. Answers with 0. */
  z.strictObject({
    type: z.literal('conduct'),
    conduct: z.strictObject({
      mask: z.enum(maskNames).optional(),
      lastAdminRemoval: z.enum(lastAdminRefusals).optional(),
      lastAdminRoleChange: z.enum(lastAdminRefusals).optional(),
      comeAndGoEvery: z.int().min(0).optional(),
    }),
  }),
  /**
   * Lets somebody into an account or out of it, as another admin does; `manager` and `noManager` are for the manager account
   * of all accounts that have one. Answers with 1, or 0 where there is no such person.
   */
  z.strictObject({
    type: z.literal('setMember'),
    accountId: z.string().min(1),
    identity: z.string().min(1),
    access: z.enum(['admin', 'viewer', 'none', 'manager', 'noManager']),
  }),
]);

export type Command = z.infer<typeof command>;

/** A command as a message of the parent process; `id` comes back with the answer. */
export const commandMessage = z.strictObject({ id: z.int(), command });

export type CommandMessage = z.infer<typeof commandMessage>;

export type CommandAnswer =
  | { readonly type: 'obeyed'; readonly id: number; readonly result: number }
  | { readonly type: 'refused'; readonly id: number | null; readonly message: string };
