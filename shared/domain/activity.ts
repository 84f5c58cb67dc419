import { z } from 'zod';
import { isNotNeeded, operationKinds } from './outbox/operation';
import { approvalNames } from './approval/approvalNames';
import { origin } from './outbox/origin';
import { roleName } from './invitation/role';

/** Whose entries: of this app, or of colleagues' apps. */
export const activitySources = ['own', 'colleagues'] as const;
export type ActivitySource = (typeof activitySources)[number];

/** How a change ended, as recorded; the values are those of `operationStatuses`. */
export const activityResults = ['done', 'failed', 'inDoubt'] as const;
export type ActivityResult = (typeof activityResults)[number];

/**
 * What was requested from Amazon: the outbox's operations, and redeeming an invitation. And what was done here: erasing a person's
 * data, changing the rule about approvals, and noting that an admin added somebody to instances, or that this was wrong. And in a
 * team: settling what a colleague left open, deciding to send while the store is away, and keeping both of two invitations.
 */
export const activityActions = [
  ...operationKinds,
  'redeem',
  'erase',
  'changeRule',
  'addToInstances',
  'takeBackInstances',
  'settleForTeam',
  'sendSolo',
  'dismissDouble',
] as const;
export type ActivityAction = (typeof activityActions)[number];

/** One entry of the activity record: a change requested from Amazon, by whom, and how it ended. Times are ms since 1970. */
export const activityEntry = z.object({
  /** Increases with every entry. */
  activityId: z.number(),
  at: z.number(),
  action: z.enum(activityActions),
  result: z.enum(activityResults),
  /** The connection's label at that time; empty for erasing. */
  connectionLabel: z.string(),
  /** The signed-in identity at that time, `unknown` if Amazon didn't give it. */
  actor: z.string(),
  realm: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  emailAddress: z.string(),
  userName: z.string(),
  role: z.string(),
  invitationId: z.string().nullable(),
  /** The member's user ID; null for invitations. */
  userId: z.string().nullable(),
  /** Null for what isn't an operation of the outbox. */
  operationId: z.number().nullable(),
  /** The operation's run. */
  runId: z.number().nullable(),
  /** The batch row it was for; null if it came from no batch. */
  origin: origin.nullable(),
  /** Who drafted, approved and sent the batch, as known here then; null if it went without an approval. */
  approval: approvalNames.nullable(),
  /** Amazon's request ID of the call, if an answer came. */
  requestId: z.string().nullable(),
  /** Amazon's own code and text if it refused; how the change was settled if not by Amazon's answer; which instances. */
  detail: z.string().nullable(),
  /** The error code if it wasn't done; null in entries of older versions. */
  code: z.string().nullable(),
  /**
   * The colleague whose app recorded it, as the team names them, and when this one learned of it; null for what was done here. A
   * colleague's entry has a number of its own, no run and no operation.
   */
  colleague: z
    .object({
      name: z.string(),
      learnedAt: z.number(),
      /** Their batch and its row; null if it came from none. */
      batch: z.object({ batchName: z.string(), rowNumber: z.number().nullable() }).nullable(),
    })
    .nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

export const actionNames: Record<ActivityAction, string> = {
  create: 'Invite',
  revoke: 'Revoke',
  resend: 'Resend',
  redeem: 'Redeem',
  erase: 'Erase data',
  changeRule: 'Change rule',
  setRole: 'Change role',
  removeMember: 'Remove member',
  addToInstances: 'Add to instances',
  takeBackInstances: 'Undo adding to instances',
  settleForTeam: 'Settle for the team',
  sendSolo: 'Send without the team',
  dismissDouble: 'Keep both invitations',
};

/** Whether a batch can ask for it. */
export const comesFromBatches = (action: ActivityAction): boolean =>
  (operationKinds as readonly string[]).includes(action);

export const resultNames: Record<ActivityResult, string> = {
  done: 'Done',
  failed: 'Failed',
  inDoubt: 'Unconfirmed',
};

/** How an entry's change ended, in words. A change that wasn't sent because somebody else had invited the person is skipped. */
export const resultName = ({ result, code }: Pick<ActivityEntry, 'result' | 'code'>): string =>
  code !== null && isNotNeeded(code) ? 'Skipped' : resultNames[result];

/** What was requested, in words: "Invite as viewer", "Revoke", "Change role to admin". */
export function actionText({ action, role }: Pick<ActivityEntry, 'action' | 'role'>): string {
  const name = actionNames[action];
  if (role === '') return name;
  if (action === 'create' || action === 'redeem') return `${name} as ${roleName(role).toLowerCase()}`;
  return action === 'setRole' ? `${name} to ${roleName(role).toLowerCase()}` : name;
}

/** The actor as shown: "Dana Whitfield <dana@example.com>" in its two parts, with the address if known. */
export function actorParts(actor: string): { readonly name: string; readonly emailAddress: string | null } {
  const [, name, emailAddress] = /^(.+) <([^<>]+)>$/.exec(actor) ?? [];
  if (name !== undefined && emailAddress !== undefined) return { name, emailAddress };
  return { name: actor === 'unknown' ? 'Unknown' : actor, emailAddress: null };
}
