import { z } from 'zod';
import { operationKinds } from './outbox/operation';
import { roleName } from './invitation/role';

/** How a change ended, as the record has it; the words are those of `operationStatuses`. */
export const activityResults = ['done', 'failed', 'inDoubt'] as const;
export type ActivityResult = (typeof activityResults)[number];

/** What was asked of Amazon: the outbox's operations, and redeeming an invitation oneself. */
export const activityActions = [...operationKinds, 'redeem'] as const;
export type ActivityAction = (typeof activityActions)[number];

/** One entry of the record: a change that was asked of Amazon, by whom, and how it ended. Times are ms since 1970. */
export const activityEntry = z.object({
  /** Grows with every entry: the higher, the later it was written. */
  activityId: z.number(),
  at: z.number(),
  action: z.enum(activityActions),
  result: z.enum(activityResults),
  /** The connection's label as it was then. */
  connectionLabel: z.string(),
  /** The signed-in identity as it was then, `unknown` where Amazon did not tell it. */
  actor: z.string(),
  realm: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  emailAddress: z.string(),
  userName: z.string(),
  role: z.string(),
  invitationId: z.string().nullable(),
  /** Null for a redeeming. */
  operationId: z.number().nullable(),
  /** Amazon's request id of the call, where an answer came. */
  requestId: z.string().nullable(),
  /** Amazon's own code and words where it refused; how it was settled where that was not by Amazon's answer. */
  detail: z.string().nullable(),
  /** The code of the error, where it was not done; null in entries of older versions. */
  code: z.string().nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

export const actionNames: Record<ActivityAction, string> = {
  create: 'Invite',
  revoke: 'Revoke',
  resend: 'Resend',
  redeem: 'Redeem',
};

export const resultNames: Record<ActivityResult, string> = {
  done: 'Done',
  failed: 'Failed',
  inDoubt: 'Unconfirmed',
};

/** How an entry's change ended, in words: what was not sent because somebody else had invited the person is skipped. */
export const resultName = ({ result, code }: Pick<ActivityEntry, 'result' | 'code'>): string =>
  code === 'ALREADY_INVITED' ? 'Skipped' : resultNames[result];

/** What was asked for, in words: "Invite as viewer", "Revoke", "Redeem as viewer". */
export const actionText = ({ action, role }: Pick<ActivityEntry, 'action' | 'role'>): string =>
  (action === 'create' || action === 'redeem') && role !== ''
    ? `${actionNames[action]} as ${roleName(role).toLowerCase()}`
    : actionNames[action];

/** Who acted, as it is shown: "Dana Whitfield <dana@example.com>" in its two parts, the address where it is known. */
export function actorParts(actor: string): { readonly name: string; readonly emailAddress: string | null } {
  const [, name, emailAddress] = /^(.+) <([^<>]+)>$/.exec(actor) ?? [];
  if (name !== undefined && emailAddress !== undefined) return { name, emailAddress };
  return { name: actor === 'unknown' ? 'Unknown' : actor, emailAddress: null };
}
