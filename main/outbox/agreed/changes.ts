import type { Difference } from '../../../shared/domain/outbox/agreement';
import type { RunKind, WhenNotSeen } from '../../../shared/domain/outbox/run';
import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import { inTurns, atOnce, type Stepwise } from '../../storage/stepwise';
import { transaction } from '../../storage/transaction';
import { agreementOf, differenceFrom, requireTyped, statedByCommand, type Consent } from './agreement';
import { createChangePreviews, type ChangePreviews } from './changePreviews';
import type { AgreedRun } from './agreedRun';
import { createMemberChanges, type MemberChanges } from './memberChanges';
import {
  beginRun,
  createRunQueue,
  differenceOf,
  newRun,
  type ChangesDeps,
  type Recorded,
  type RunQueue,
} from './runQueue';
import { draftInviteAgain, draftUpdate, type Drafted } from '../drafting/draftSelection';
import { draftRoleChange, roleChangesOf } from '../drafting/draftRoleChange';
import { draftRetry, type DraftedRetry } from '../drafting/draftRetry';
import { draftCreate, draftCreateInAccounts } from '../drafting/draftInvitations';
import { draftBatch, type InviteeGroups } from '../drafting/draftBatch';
import { append, type NewRequest } from '../journal/append';
import { noteConfirmedSponsoredAds, sponsoredAdsConsent } from './sponsoredAdsConsent';
import { moveAll, replacementsOf } from './staging';
import { reopen } from '../sending/withdraw';

/** The request, with or without the run's policy; without it a person is asked. */
type WithOptionalPolicy<
  C extends `invitations.${'create' | 'inviteToAccounts' | 'revoke' | 'resend' | 'inviteAgain'}`,
> = Omit<CheckedInput<C>, 'whenNotSeen'> & { readonly whenNotSeen?: WhenNotSeen };

/** The people a batch invites, as far as a person agreed to it. */
export interface ManyInvitees<Plan extends PlannedInvitees> extends Consent {
  readonly batchId: string;
  readonly whenNotSeen: WhenNotSeen;
  /** The people it would invite now. Called again if that changed before it was recorded. */
  readonly plan: () => Promise<Plan>;
  /** Whether the batch still matches a plan; called in the transaction that decides. */
  readonly stillHolds: (plan: Plan) => boolean;
  /** Called in that same transaction with the run that begins; if it throws, nothing is recorded. */
  readonly begun: (runId: number, plan: Plan) => void;
}

export interface PlannedInvitees {
  readonly groups: InviteeGroups;
  readonly notify: boolean;
  /** The batch's revision. */
  readonly revision: number;
}

/** The commands that request changes; see Outbox. Either exactly what was agreed is done, or nothing. */
export interface Changes extends ChangePreviews, MemberChanges {
  create(input: WithOptionalPolicy<'invitations.create'>): number[];
  /** Invites each person to each account, in one run. */
  inviteToAccounts(
    input: WithOptionalPolicy<'invitations.inviteToAccounts'>,
  ): Promise<ChannelOutput<'invitations.inviteToAccounts'>>;
  /** Invites people to any number of accounts in one run, optionally replacing operations that failed to invite them. */
  inviteMany<Plan extends PlannedInvitees>(
    input: ManyInvitees<Plan>,
  ): Promise<AgreedRun<Plan & { readonly requests: readonly NewRequest[] }>>;
  /** In one run, like the next two. What can't be done now is left out; INVALID_INPUT only if nothing remains. */
  revoke(
    input: WithOptionalPolicy<'invitations.revoke'>,
    recorded?: Recorded,
  ): Promise<ChannelOutput<'invitations.revoke'>>;
  /** How revoking would differ from what was agreed to; null if it wouldn't. Nothing is written. */
  differenceOfRevocation(
    input: Omit<WithOptionalPolicy<'invitations.revoke'>, 'whenNotSeen'>,
  ): Promise<Difference | null>;
  resend(input: WithOptionalPolicy<'invitations.resend'>): Promise<ChannelOutput<'invitations.resend'>>;
  /** Invites the people of invitations that are no longer pending again. */
  inviteAgain(
    input: WithOptionalPolicy<'invitations.inviteAgain'>,
  ): Promise<ChannelOutput<'invitations.inviteAgain'>>;
  /** Retries failed operations, each once, in the runs they belong to. */
  retry(input: CheckedInput<'outbox.retry'>): Promise<ChannelOutput<'outbox.retry'>>;
  /** Revokes a pending invitation and creates a new one with another role: two operations, in this order. */
  changeRole(input: CheckedInput<'invitations.changeRole'>): ChannelOutput<'invitations.changeRole'>;
  /** Resolves when no command is being recorded. */
  idle(): Promise<void>;
}

export function createChanges(deps: ChangesDeps): Changes {
  const { db, now, typingRule, accepted } = deps;
  const runs = createRunQueue(deps);

  return {
    create(input) {
      const admins = input.invitees.filter(({ role }) => role === 'admin').length;
      const numbers = { total: input.invitees.length, admins };
      const sponsoredAds = sponsoredAdsConsent(db, [input.account]);
      requireTyped({ ...numbers, sponsoredAds }, input, typingRule());
      moveAll(db, now());
      const operationIds = transaction(db, () => {
        const runId = beginRun(deps, 'create', input.whenNotSeen, numbers);
        noteConfirmedSponsoredAds(db, input.confirmedSponsoredAds, now());
        return append(db, runId, atOnce(draftCreate(db, input)), now());
      });
      accepted();
      return operationIds;
    },
    inviteToAccounts: (input) => inviteToAccounts(deps, runs, input),
    inviteMany: ({ batchId, whenNotSeen, plan, stillHolds, begun, ...consent }) =>
      runs.write({
        ...newRun(deps, { kind: 'create', whenNotSeen, numbers: consent.agreed, confirmed: consent, begun }),
        batchId,
        async draft() {
          const planned = await plan();
          return { ...planned, requests: await inTurns(draftBatch(db, planned.groups, planned.notify)) };
        },
        compare: ({ requests, notify, revision }) =>
          differenceOf(deps, requests, consent, { notify, revision }),
        stillHolds,
      }),
    ...createChangePreviews(db),
    retry: (input) => retry(deps, runs, input),
    ...changesOfSelections(deps, runs),
    ...createMemberChanges(deps, runs),
    changeRole(input) {
      moveAll(db, now());
      const answer = transaction(db, () => changeRole(deps, input));
      if (answer.agreed) accepted();
      return answer;
    },
    idle: runs.idle,
  };
}

async function inviteToAccounts(
  deps: ChangesDeps,
  runs: RunQueue,
  input: WithOptionalPolicy<'invitations.inviteToAccounts'>,
): Promise<ChannelOutput<'invitations.inviteToAccounts'>> {
  const { accounts, invitees, whenNotSeen } = input;
  const admins = invitees.filter(({ role }) => role === 'admin').length;
  const counts = { total: invitees.length * accounts.length, admins: admins * accounts.length };
  requireTyped({ ...counts, sponsoredAds: sponsoredAdsConsent(deps.db, accounts) }, input, deps.typingRule());
  const run = await runs.write({
    ...newRun(deps, { kind: 'create', whenNotSeen, numbers: counts, confirmed: input }),
    batchId: null,
    draft: async () => ({ requests: await inTurns(draftCreateInAccounts(deps.db, input)) }),
    // The command names every person and account itself: there is nothing else that could have changed.
    compare: () => Promise.resolve(null),
    stillHolds: () => true,
  });
  if ('difference' in run) throw new Error('A run that is compared with nothing cannot differ.');
  return { runId: run.runId, operationIds: [...run.operationIds] };
}

/** The changes to selected invitations, each kind in one run. */
function changesOfSelections(
  deps: ChangesDeps,
  runs: RunQueue,
): Pick<Changes, 'revoke' | 'differenceOfRevocation' | 'resend' | 'inviteAgain'> {
  const { db } = deps;

  async function change(
    { kind, recorded }: { readonly kind: RunKind; readonly recorded?: Recorded | undefined },
    input: Consent & { readonly whenNotSeen?: WhenNotSeen },
    draft: () => Stepwise<Drafted>,
  ): Promise<ChannelOutput<'invitations.revoke'>> {
    const run = await runs.write<Drafted>({
      ...newRun(deps, {
        kind,
        whenNotSeen: input.whenNotSeen,
        numbers: input.agreed,
        confirmed: input,
        recorded,
      }),
      batchId: null,
      draft: () => inTurns(draft()),
      compare: ({ requests }) => differenceOf(deps, requests, input),
      stillHolds: () => true,
    });
    if ('difference' in run) return { agreed: false, difference: run.difference };
    const { runId, operationIds } = run;
    return { agreed: true, runId, operationIds: [...operationIds], leftOut: run.draft.leftOut };
  }

  return {
    revoke: (input, recorded) =>
      change({ kind: 'revoke', recorded }, input, () => draftUpdate(db, 'revoke', input.invitations, false)),
    async differenceOfRevocation(input) {
      const { requests } = await inTurns(draftUpdate(db, 'revoke', input.invitations, false));
      return differenceOf(deps, requests, input);
    },
    resend: (input) =>
      change({ kind: 'resend' }, input, () =>
        draftUpdate(db, 'resend', input.invitations, input.notifyInvitedUsers),
      ),
    inviteAgain: (input) =>
      change({ kind: 'create' }, input, () =>
        draftInviteAgain(db, input.invitations, input.notifyInvitedUsers),
      ),
  };
}

async function retry(
  deps: ChangesDeps,
  runs: RunQueue,
  { operationIds, ...consent }: CheckedInput<'outbox.retry'>,
): Promise<ChannelOutput<'outbox.retry'>> {
  const { db } = deps;
  const run = await runs.write<DraftedRetry>({
    batchId: null,
    draft: () => inTurns(draftRetry(db, operationIds)),
    compare: ({ requests }) => differenceOf(deps, requests, consent),
    stillHolds: () => true,
    begin: ({ requests }) => {
      const runIds = [...new Set(requests.map(({ runId }) => runId))];
      reopen(deps, runIds);
      noteConfirmedSponsoredAds(db, consent.confirmedSponsoredAds, deps.now());
      return Math.max(...runIds);
    },
    idsOf: (_, draft) => replacementsOf(db, draft.operationIds),
  });
  if ('difference' in run) return { agreed: false, difference: run.difference };
  return { agreed: true, operationIds: [...run.operationIds] };
}

/** Call it in a transaction. */
function changeRole(
  deps: ChangesDeps,
  input: CheckedInput<'invitations.changeRole'>,
): ChannelOutput<'invitations.changeRole'> {
  const { db, now, typingRule } = deps;
  const drafted = draftRoleChange(db, input);
  const agreement = atOnce(agreementOf(db, roleChangesOf(drafted), statedByCommand));
  const difference = differenceFrom(db, input, agreement, typingRule());
  if (difference !== null) return { agreed: false, difference };
  const { revocation, invitation } = drafted;
  const runId = beginRun(deps, 'changeRole', 'ask', agreement);
  noteConfirmedSponsoredAds(db, input.confirmedSponsoredAds, now());
  const [afterOperation = null] = append(db, runId, [revocation], now());
  const operations = invitation.operations.map((operation) => ({ ...operation, afterOperation }));
  const operationIds = [afterOperation ?? 0, ...append(db, runId, [{ ...invitation, operations }], now())];
  return { agreed: true, operationIds };
}
