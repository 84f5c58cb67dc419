import type { Topic } from '../shared/bridge/channels';
import type { TypingRule } from '../shared/domain/outbox/agreement';
import type { HouseRules } from '../shared/domain/batch/rules/facts';
import { createAccess } from './access/access';
import { type Access } from './access/types';
import { createRefreshAll, type RefreshAll } from './access/refresh/refreshAll';
import { createActivity, type Activity } from './activity/activity';
import { createAdsClients } from './adsClients';
import { createPaces } from './amazonAds/pacing/paces';
import { createBatches, type Batches } from './batches/batches';
import { createBatchSender, type BatchSender } from './batches/sending/batchSender';
import { createConnections, type Connections, type ConnectionsDeps } from './connections/connections';
import { createAgentFetch } from './network/agentFetch';
import { createAgents } from './network/agents';
import { createOutbox, type Outbox } from './outbox/outbox';
import { createRedeem, type Redeem } from './redeem/redeem';

/** What the services need of the system they run on. */
export interface ServicesDeps extends Omit<ConnectionsDeps, 'fetch' | 'changed' | 'renewed'> {
  /** The system's proxy for an address, or null for a direct connection. */
  readonly proxyFor: (address: string) => Promise<string | null>;
  /** The agency's own page with redeem links, as set in Settings; empty: none. */
  readonly redeemPage: () => string;
  /** The rules of the house, as set in Settings. */
  readonly houseRules: () => HouseRules;
  /** From which age on, in minutes, what is stored of an account is read anew before a batch is sent. */
  readonly checkOnlineAfterMinutes: () => number;
  /** From how many changes on their number has to be typed. */
  readonly typingRule: () => TypingRule;
  readonly changed: (topic: Topic) => void;
}

export interface Services {
  readonly connections: Connections;
  readonly access: Access;
  readonly refreshAll: RefreshAll;
  readonly outbox: Outbox;
  readonly activity: Activity;
  readonly redeem: Redeem;
  readonly batches: Batches;
  readonly batchSender: BatchSender;
}

/** Everything that works without Electron, wired together: the program, and the benchmarks, have one wiring. */
export function createServices({
  proxyFor,
  redeemPage,
  houseRules,
  checkOnlineAfterMinutes,
  typingRule,
  ...deps
}: ServicesDeps): Services {
  const { db, now, changed } = deps;
  const agentFor = createAgents(proxyFor);
  const connections = createConnections({
    ...deps,
    fetch: createAgentFetch(agentFor),
    changed: () => {
      changed('connections.changed');
      // Signed in again, perhaps: what waited for that goes on.
      outbox.tryNow();
    },
    renewed: () => {
      outbox.tryNow();
    },
  });
  const clock = { now, monotonic: () => performance.now(), random: Math.random };
  // One for all who call Amazon through a connection, so that what one is asked to wait for, all do.
  const paces = createPaces(clock, () => {
    changed('operations.changed');
    changed('accounts.changed');
  });
  const clientOf = createAdsClients(connections, agentFor, (connectionId) => {
    // A refresh may have renewed a token that sending waits for.
    paces.of(connectionId).answered();
  });
  const access = createAccess({ db, clientOf, realmOf: connections.realmOf, now, changed });
  const refreshAll = createRefreshAll({
    access,
    clientOf,
    paces,
    signedIn: () =>
      connections.list().flatMap(({ connectionId, state }) => (state === 'signedIn' ? [connectionId] : [])),
    now,
    changed,
  });
  const activity = createActivity(db);
  const outbox = createOutbox({
    db,
    clientOf,
    access,
    activity,
    actorOf: connections.actorOf,
    paces,
    typingRule,
    ...clock,
    changed,
  });
  const redeem = createRedeem({
    db,
    connections: connections.list,
    realmOf: connections.realmOf,
    actorOf: connections.actorOf,
    clientOf,
    apiUrlOf: async (connectionId) => (await connections.apiAccess(connectionId)).apiUrl,
    openInBrowser: deps.openInBrowser,
    access,
    activity,
    redeemPage,
    now,
    changed,
  });
  const batches = createBatches({ db, access, houseRules, now, changed });
  const batchSender = createBatchSender({
    db,
    batches,
    outbox,
    houseRules,
    checkOnlineAfterMinutes,
    now,
    changed,
  });
  deps.onResume(outbox.tryNow);
  return { connections, access, refreshAll, outbox, activity, redeem, batches, batchSender };
}
