import { createAccess } from '../../main/access/access';
import { createActivity } from '../../main/activity/activity';
import { createAdsClient } from '../../main/amazonAds/client/client';
import { createPaces } from '../../main/amazonAds/pacing/paces';
import { createBatches } from '../../main/batches/batches';
import { createBatchSender } from '../../main/batches/sending/batchSender';
import { createOutbox } from '../../main/outbox/outbox';
import { nothingShared } from '../../main/outbox/sending/turns/accountTurns';
import { sandboxClient } from '../../main/sandbox/endpoints';
import { closeDatabase, openDatabase } from '../../main/storage/database';
import type { TeamDouble } from '../../shared/domain/team/teamDouble';
import { defaultSettings } from '../../shared/domain/settings';
import type { MemberRef } from '../../shared/domain/member/member';
import { toErrorBody } from '../../shared/errors';
import { agreeing, type AgreeingOutbox } from '../support/benches/agreeing';
import { membersOver } from '../support/fixtures/membersOver';
import { createTokens } from './amazon/tokens';
import { connectionId } from './connection';
import { draftAndSend } from './draftAndSend';
import type { Ask, BatchAsk, CommandMessage, SenderMessage, SenderStart } from './messages';
import { decideWhatWaits } from './person';
import { createLookAround } from './team/lookAround';
import { createTeamServices } from './team/teamServices';
import { approvalsOver } from '../support/fixtures/approvalsOver';

// The process that is killed: the product's batches, outbox and their dependencies, in plain Node, as in the app.

const start = JSON.parse(process.argv[2] ?? '{}') as SenderStart;
const db = openDatabase(start.file);
const client = createAdsClient({
  apiUrl: start.apiUrl,
  clientId: sandboxClient.clientId,
  getToken: createTokens(start),
});
/** How long a large run can be called back, in ms: long enough to be killed in. */
const startWaitMs = 40;

const shared = {
  db,
  clientOf: () => Promise.resolve(client),
  now: () => Date.now() + start.clockOffMs,
  changed: (topic: string) => {
    if (topic === 'operations.changed') team?.link.reportSoon();
  },
};
const access = createAccess({ ...shared, realmOf: () => start.realm });
const clock = { now: shared.now, monotonic: () => performance.now(), random: Math.random };
const paces = createPaces(clock, () => undefined);
const members = membersOver({ ...shared, ...clock, paces });
const activity = createActivity(db);
const actorOf = () => ({ connectionLabel: 'Sandbox', actor: 'Dana Whitfield' });
const team =
  start.team === null
    ? null
    : createTeamServices(
        { ...shared, ...clock, paces, access, members, activity, actorOf, tryNow: () => outbox.tryNow() },
        start.team,
      );
const outbox = createOutbox(
  {
    ...shared,
    ...clock,
    paces,
    access,
    members,
    activity,
    turns: team?.turns ?? nothingShared,
    typingRule: () => ({ typeNumberFromInvitations: 20, typeNumberFromAdmins: 0 }),
    actorOf,
  },
  { lateCommitMs: start.lateCommitMs, startWaitMs },
);
const houseRules = () => defaultSettings;
const batches = createBatches({ ...shared, access, houseRules });
const batchSender = createBatchSender({
  ...shared,
  approvals: approvalsOver(db),
  batches,
  outbox: {
    ...outbox,
    inviteMany: (input) =>
      outbox.inviteMany({
        ...input,
        plan: announced('staging', input.plan),
        stillHolds: announced('writing', input.stillHolds),
      }),
  },
  houseRules,
  checkOnlineAfterMinutes: () => defaultSettings.checkOnlineAfterMinutes,
});

process.on('message', (message: CommandMessage) => {
  obey(message).then(say, (thrown: unknown) => {
    say({ type: 'answer', id: message.id, error: toErrorBody(thrown) });
  });
});
process.once('disconnect', () => process.exit(1));
outbox.recover({ continueAtStart: true });
// A kill while a large run waited for its start has paused it: a person lets it go on.
outbox.resume();
void team?.link.beat();
const lookAround = team === null ? null : createLookAround(db, agreeing(outbox), team);
say({ type: 'ready' });

/** As a person who looks at Home, some time after all was sent, and refreshes what couldn't be read once more. */
async function readDoubles(): Promise<TeamDouble[]> {
  let accounts = access.listAccounts({ connectionId }).map(({ accountId }) => ({ connectionId, accountId }));
  while (accounts.length > 0) {
    const results = await access.refreshInvitations(accounts);
    accounts = results.flatMap(({ account, error }) => (error === null ? [] : [account]));
  }
  await team?.link.beat();
  return team?.doubles.list() ?? [];
}

async function obey({ id, command }: CommandMessage): Promise<SenderMessage> {
  switch (command.type) {
    case 'ask': {
      const { ask } = command;
      const runIds =
        ask.kind === 'batch'
          ? await draftAndSend({ batches, batchSender }, ask)
          : [runOf(await operationsOf(agreeing(outbox), ask))];
      return { type: 'answer', id, runIds };
    }
    case 'look':
      await decideWhatWaits(agreeing(outbox), command.runIds, command.batchRunIds);
      return { type: 'answer', id, operations: latestOf(command.runIds) };
    case 'lookAround':
      return { type: 'answer', id, ...(lookAround === null ? {} : { left: await lookAround() }) };
    case 'readDoubles':
      return { type: 'answer', id, doubles: await readDoubles() };
    case 'fillDisk':
      db.exec('PRAGMA max_page_count = 1');
      return { type: 'answer', id };
    case 'freeDisk':
      db.exec('PRAGMA max_page_count = 1000000');
      return { type: 'answer', id };
    case 'end':
      await outbox.close();
      await team?.link.close();
      closeDatabase(db);
      return { type: 'answer', id };
  }
}

async function operationsOf(to: AgreeingOutbox, ask: Exclude<Ask, BatchAsk>): Promise<number[]> {
  const account = { connectionId, accountId: ask.accountId };
  switch (ask.kind) {
    case 'create':
      return to.create({
        account,
        invitees: [...ask.invitees],
        notifyInvitedUsers: true,
        whenNotSeen: ask.whenNotSeen,
      });
    case 'revoke':
    case 'resend': {
      const invitations = ask.invitationIds.map((invitationId) => ({ ...account, invitationId }));
      const { operationIds } =
        ask.kind === 'revoke'
          ? await to.revoke({ invitations, whenNotSeen: ask.whenNotSeen })
          : await to.resend({ invitations, notifyInvitedUsers: true, whenNotSeen: ask.whenNotSeen });
      return operationIds;
    }
    case 'setRole':
      return to.setRole({ members: await membersFor(ask), role: ask.role });
    case 'removeMember':
      return to.removeMembers({ members: await membersFor(ask) });
    case 'changeRole':
      return to.changeRole({
        invitation: { ...account, invitationId: ask.invitationId },
        role: ask.role,
        notifyInvitedUsers: true,
      });
  }
}

/** The members of a request, whose account is read as a person who opens its screen does. */
async function membersFor({
  accountId,
  userIds,
}: Extract<Ask, { readonly userIds: unknown }>): Promise<MemberRef[]> {
  const account = { connectionId, accountId };
  await members.readForChange(account, {
    maxAgeMs: 60_000,
    rolesOf: null,
    turn: () => Promise.resolve(true),
  });
  return userIds.map((userId) => ({ ...account, userId }));
}

/** Announces it before doing it. */
function announced<Input extends unknown[], Output>(
  type: 'staging' | 'writing',
  work: (...input: Input) => Output,
): typeof work {
  return (...input) => {
    say({ type });
    return work(...input);
  };
}

function runOf(operationIds: number[]): number {
  const [first] = outbox.operations({ operationIds, limit: 1, offset: 0 }).operations;
  if (first === undefined) throw new Error('What was accepted is not in the journal.');
  return first.runId;
}

const latestOf = (runIds: readonly number[]) =>
  runIds.flatMap(
    (runId) => outbox.operations({ runId, latestOnly: true, limit: 1000, offset: 0 }).operations,
  );

function say(message: SenderMessage): void {
  process.send?.(message);
}
