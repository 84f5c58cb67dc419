import type { Topic } from '../shared/bridge/channels';
import type { TypingRule } from '../shared/domain/outbox/agreement';
import type { HouseRules } from '../shared/domain/batch/rules/facts';
import { createAccess } from './access/access';
import { createAccountLabels, type AccountLabels } from './access/labels/accountLabels';
import { createIdentityLedger, type IdentityLedger } from './access/ledger/identityLedger';
import { createInstances, type Instances } from './access/instances/instances';
import { createInstanceWork, type InstanceWorkList } from './access/instances/work/instanceWork';
import { createMembers, type Members } from './access/members/members';
import { type Access } from './access/types';
import { createRefreshAll, type RefreshAll } from './access/refresh/refreshAll';
import { createActivity, type Activity } from './activity/activity';
import { createAdsClients } from './adsClients';
import type { AdsClient } from './amazonAds/client/client';
import { createObservations, type Observations } from './amazonAds/observing/observations';
import type { Clock } from './amazonAds/pacing/pace';
import { createPaces, type Paces } from './amazonAds/pacing/paces';
import { createApprovals, type Approvals } from './approvals/approvals';
import type { BatchFiles } from './batches/approving/batchFiles/request';
import { createApproving, type Approving } from './batches/approving/approving';
import { checkBatch } from './batches/checking/check';
import { createBatches, type Batches } from './batches/batches';
import { createBatchSender, type BatchSender } from './batches/sending/batchSender';
import { createConnections } from './connections/connections';
import type { Connections, ConnectionsDeps } from './connections/types';
import { createAgentFetch } from './network/agentFetch';
import { createAgents } from './network/agents';
import { createOutbox, type Outbox } from './outbox/outbox';
import { createLeavers, type Leavers } from './leavers/leavers';
import type { StoredViews } from './people/erasing/personViews';
import { createErasing, type Erasing } from './people/erasing/erasing';
import { createRetention, type Retention } from './people/retention/retention';
import { createPeople, type People } from './people/people';
import { createAdoption, type Adoption } from './team/adoption/adoption';
import { createDoubles, type Doubles } from './team/solo/doubles';
import { createSoloSending, type SoloSending } from './team/solo/soloSending';
import { createTeamRules, type TeamRulesDoor } from './team/rules/rulesDoor';
import { teamApprovalRule } from './team/rules/teamRules';
import { createMembership, type Membership } from './team/membership/membership';
import { createTeam, type Team } from './team/team';
import { createRedeem } from './redeem/redeem';
import type { Redeem } from './redeem/types';

/** What the services need from the system they run on. */
export interface ServicesDeps extends Omit<ConnectionsDeps, 'fetch' | 'changed' | 'renewed'> {
  /** The system's proxy for an address, or null for a direct connection. */
  readonly proxyFor: (address: string) => Promise<string | null>;
  /** The agency's own page with redeem links, as set in Settings; empty: none. */
  readonly redeemPage: () => string;
  /** The organization's rules, as set in Settings. */
  readonly houseRules: () => HouseRules;
  /** Age, in minutes, at which an account's stored data is refreshed before a batch is sent. */
  readonly checkOnlineAfterMinutes: () => number;
  /** Age, in minutes, at which stored data is refreshed while the app is open; 0 = never automatically. */
  readonly refreshAfterMinutes: () => number;
  /** How many months after their last access people's history is kept; 0: for ever. */
  readonly keepPeopleMonths: () => number;
  readonly savedViews: StoredViews;
  /** The number of changes from which it has to be typed. */
  readonly typingRule: () => TypingRule;
  /** Where the data folder is; see `installationPlace`. */
  readonly place: () => Promise<string>;
  /** This program's, as colleagues see it. */
  readonly programVersion: string;
  /** What this person is called in signed files. */
  readonly signerName: () => string;
  readonly batchFiles: BatchFiles;
  readonly changed: (topic: Topic) => void;
}

export interface Services {
  readonly connections: Connections;
  readonly access: Access;
  readonly labels: AccountLabels;
  readonly refreshAll: RefreshAll;
  readonly members: Members;
  readonly outbox: Outbox;
  readonly activity: Activity;
  readonly instances: Instances;
  readonly instanceWork: InstanceWorkList;
  readonly people: People;
  readonly identities: IdentityLedger;
  readonly erasing: Erasing;
  readonly retention: Retention;
  readonly leavers: Leavers;
  readonly redeem: Redeem;
  readonly batches: Batches;
  readonly batchSender: BatchSender;
  /** What Amazon's answers looked like. */
  readonly observations: Observations;
  readonly approvals: Approvals;
  readonly approving: Approving;
  /** The team that shares accounts; begins with its first `link.beat`. */
  readonly team: Team;
  /** Joining and leaving it, and which accounts are shared. */
  readonly membership: Membership;
  readonly adoption: Adoption;
  readonly teamRules: TeamRulesDoor;
  readonly doubles: Doubles;
  readonly solo: SoloSending;
}

/** What the services build on: connections, calls through them, and what was read and done. */
interface Foundation {
  readonly connections: Connections;
  readonly clock: Clock;
  readonly paces: Paces;
  readonly clientOf: (connectionId: string) => Promise<AdsClient>;
  readonly access: Access;
  readonly activity: Activity;
  readonly observations: Observations;
}

/** @param tryNow called when work waiting for a sign-in or a token may continue */
function createFoundation({ proxyFor, ...deps }: ServicesDeps, tryNow: () => void): Foundation {
  const { db, now, changed } = deps;
  const agentFor = createAgents(proxyFor);
  const connections = createConnections({
    ...deps,
    fetch: createAgentFetch(agentFor),
    changed: () => {
      changed('connections.changed');
      tryNow();
    },
    renewed: tryNow,
  });
  const clock = { now, monotonic: () => performance.now(), random: Math.random };
  // Shared by everything that calls Amazon through a connection, so that a requested pause applies to all.
  const paces = createPaces(clock, () => {
    changed('operations.changed');
    changed('accounts.changed');
  });
  const observations = createObservations();
  const clientOf = createAdsClients(connections, { agentFor, observations }, (connectionId) => {
    // A refresh may have renewed a token, or found the network, that sending is waiting for.
    paces.of(connectionId).answered();
  });
  const access = createAccess({ db, clientOf, realmOf: connections.realmOf, now, changed });
  return { connections, clock, paces, clientOf, access, observations, activity: createActivity(db) };
}

/** Everything that works without Electron, connected: the app and the benchmarks share this. */
export function createServices(deps: ServicesDeps): Services {
  const { db, now, changed, typingRule, redeemPage, refreshAfterMinutes } = deps;
  const foundation = createFoundation(deps, () => {
    outbox.tryNow();
  });
  const { connections, clock, paces, clientOf, access, activity, observations } = foundation;
  const { realmOf, actorOf } = connections;
  const signedIn = (): string[] =>
    connections.list().flatMap(({ connectionId, state }) => (state === 'signedIn' ? [connectionId] : []));
  const labels = createAccountLabels({ db, now, changed });
  const refreshAll = createRefreshAll({ access, clientOf, paces, now, changed, signedIn });
  const members = createMembers({
    ...{ db, clientOf, paces, changed, signedIn, refreshAfterMinutes, ...clock },
    accounts: () => access.listAccounts({}),
  });
  const { team, ...teamParts } = createTeamParts(deps, foundation, () => {
    outbox.tryNow();
  });
  const outbox = createOutbox({
    ...{ db, clientOf, access, members, activity, actorOf, paces, typingRule, ...clock },
    turns: team.turns,
    changed(topic) {
      changed(topic);
      if (topic === 'operations.changed') team.link.reportSoon();
    },
  });
  const absence = createAbsenceParts(deps, foundation, { team, members, tryNow: outbox.tryNow });
  const instances = createInstances({ db, clientOf, paces, now, changed, signedIn });
  const instanceWork = createInstanceWork({ db, now, changed, actorOf, record: activity.record });
  const redeem = createRedeem({
    ...{ db, instances, realmOf, actorOf, clientOf, access, activity, redeemPage, now, changed },
    connections: connections.list,
    apiUrlOf: async (connectionId) => (await connections.apiAccess(connectionId)).apiUrl,
    openInBrowser: deps.openInBrowser,
  });
  const batches = createBatches({ ...deps, access });
  const { approvals, approving } = createApprovalParts(deps, activity);
  const batchSender = createBatchSender({ ...deps, batches, outbox, approvals });
  deps.onResume(outbox.tryNow);
  const people = createPeople(db);
  const identities = createIdentityLedger({ db, now, changed });
  const erasing = createErasing({ ...deps, record: activity.recordErasure, team: team.erasures });
  const retention = createRetention({
    ...{ ...deps, record: activity.recordErasure, keepMonths: deps.keepPeopleMonths },
    amazonsTimes: () => amazonsTimes(connections, clientOf),
  });
  const leavers = createLeavers({ db, outbox, activity, now, changed });
  return {
    ...{ connections, access, labels, refreshAll, members, outbox, activity, people, identities },
    ...{ erasing, retention, instances, instanceWork, leavers, redeem, batches, batchSender },
    ...{ observations, approvals, approving, team, ...teamParts, ...absence },
  };
}

/** The team's store and belonging to it. @param ready called when shared accounts may be sent in */
function createTeamParts(
  { db, secrets, programVersion, now, changed }: ServicesDeps,
  { access, clock, activity }: Foundation,
  ready: () => void,
): Pick<Services, 'team' | 'membership' | 'teamRules' | 'doubles'> {
  const teamChanged = (): void => {
    changed('team.changed');
  };
  const team = createTeam({ db, secrets, programVersion, ready, ...clock, changed: teamChanged });
  const membership = createMembership({
    ...{
      db,
      secrets,
      now,
      link: team.link,
      facts: team.facts,
      erasures: team.erasures,
      changed: teamChanged,
    },
    accounts: () => access.listAccounts({}),
    connectionLabel: access.connectionLabel,
  });
  const rulesChanged = (): void => {
    teamChanged();
    changed('approvals.changed');
  };
  const teamRules = createTeamRules({ db, secrets, now, activity, changed: rulesChanged });
  const doubles = createDoubles({ db, secrets, now, activity, changed: teamChanged });
  return { team, membership, teamRules, doubles };
}

/** What is done while the team's store, or a colleague, is away. */
function createAbsenceParts(
  { db, now, changed }: ServicesDeps,
  { access, paces, activity, connections }: Foundation,
  { team, members, tryNow }: Pick<Services, 'team' | 'members'> & { readonly tryNow: () => void },
): Pick<Services, 'adoption' | 'solo'> {
  const { actorOf } = connections;
  const adoption = createAdoption({
    ...{ db, now, changed, access, members, paces, actorOf, activity },
    ...team,
  });
  const solo = createSoloSending({
    ...{ db, now, activity, link: team.link },
    letGone() {
      changed('operations.changed');
      tryNow();
    },
  });
  return { adoption, solo };
}

/** Signed batch files and the rule about them. */
function createApprovalParts(
  deps: ServicesDeps,
  activity: Activity,
): { readonly approvals: Approvals; readonly approving: Approving } {
  const { db, batchFiles: files, houseRules, now, changed } = deps;
  const approvals = createApprovals({
    ...{ ...deps, ownName: deps.signerName, activity },
    teamRuleOf: (accounts, isSending) => teamApprovalRule(db, accounts, isSending),
  });
  const approving = createApproving({
    ...{ db, approvals, files, houseRules, now, changed },
    check: (batchId) => checkBatch(db, batchId, { house: houseRules(), now }),
  });
  return { approvals, approving };
}

/**
 * What Amazon's clocks show, as far as connections heard from them. The sandbox has this computer's clock, which proves nothing.
 */
async function amazonsTimes(
  { list }: Pick<Connections, 'list'>,
  clientOf: Foundation['clientOf'],
): Promise<readonly number[]> {
  const ids = list().flatMap(({ connectionId, kind, state }) =>
    kind === 'amazon' && state === 'signedIn' ? [connectionId] : [],
  );
  const clients = await Promise.allSettled(ids.map(clientOf));
  return clients.flatMap((client) =>
    client.status === 'fulfilled' ? (client.value.amazonsTime() ?? []) : [],
  );
}
