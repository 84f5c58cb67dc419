import type { Topic } from '../shared/channels';
import { createAccess, type Access } from './access/access';
import { createRefreshAll, type RefreshAll } from './access/refreshAll';
import { createActivity, type Activity } from './activity/activity';
import { createAdsClients } from './adsClients';
import { createPaces } from './amazonAds/paces';
import { createConnections, type Connections, type ConnectionsDeps } from './connections/connections';
import { createAgentFetch } from './network/agentFetch';
import { createAgents } from './network/agents';
import { createOutbox, type Outbox } from './outbox/outbox';

/** What the services need of the system they run on. */
export interface ServicesDeps extends Omit<ConnectionsDeps, 'fetch' | 'changed'> {
  /** The system's proxy for an address, or null for a direct connection. */
  readonly proxyFor: (address: string) => Promise<string | null>;
  readonly changed: (topic: Topic) => void;
}

export interface Services {
  readonly connections: Connections;
  readonly access: Access;
  readonly refreshAll: RefreshAll;
  readonly outbox: Outbox;
  readonly activity: Activity;
}

/** Everything that works without Electron, wired together: the program, and the benchmarks, have one wiring. */
export function createServices({ proxyFor, ...deps }: ServicesDeps): Services {
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
  });
  const clientOf = createAdsClients(connections, agentFor);
  const clock = { now, monotonic: () => performance.now(), random: Math.random };
  // One for all who call Amazon through a connection, so that what one is asked to wait for, all do.
  const paces = createPaces(clock, () => {
    changed('operations.changed');
    changed('accounts.changed');
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
    ...clock,
    changed,
  });
  deps.onResume(outbox.tryNow);
  return { connections, access, refreshAll, outbox, activity };
}
