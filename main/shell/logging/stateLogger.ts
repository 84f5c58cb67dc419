import type { Topic } from '../../../shared/bridge/channels';
import type { Connection } from '../../../shared/domain/connection/connection';
import type { KeychainStatus } from '../../../shared/domain/connection/keychain';
import type { Database } from '../../storage/database';
import { whereItHappened } from '../failures/crashReport';
import type { Log } from './log';

interface StateLoggerDeps {
  readonly log: Log;
  readonly connections: () => readonly Connection[];
  readonly keychain: () => KeychainStatus;
  readonly db: Database;
}

/**
 * Logs what happens to connections, the keychain and changes requested from Amazon. It inspects the parts from outside each time
 * one reports a change, so that no part needs to know the log.
 * @returns the listener for every topic.
 */
export function startStateLogger(deps: StateLoggerDeps): (topic: Topic) => void {
  const look: Readonly<Partial<Record<Topic, () => void>>> = {
    'connections.changed': connectionsLook(deps),
    'app.changed': keychainLook(deps),
    'operations.changed': operationsLook(deps),
  };
  return (topic) => {
    try {
      look[topic]?.();
    } catch (error) {
      // The reporter of a change continues its work next; an unreadable database must not stop it here.
      deps.log.error(`What changed (${topic}) could not be read: ${whereItHappened(error)}`);
    }
  };
}

/** Connections by ID and state only: a label is often a client's name. */
function connectionsLook({ log, connections }: StateLoggerDeps): () => void {
  const statesNow = (): Map<string, string> =>
    new Map(
      connections().map(({ connectionId, kind, region, state }) => [
        connectionId,
        `${kind} ${region} ${state}`,
      ]),
    );
  let before = statesNow();
  for (const [id, state] of before) log.info(`Connection ${id}: ${state}`);
  return () => {
    const now = statesNow();
    for (const [id, state] of now) if (before.get(id) !== state) log.info(`Connection ${id}: ${state}`);
    for (const id of before.keys()) if (!now.has(id)) log.info(`Connection ${id}: removed`);
    before = now;
  };
}

function keychainLook({ log, keychain }: StateLoggerDeps): () => void {
  let before = keychain().state;
  return () => {
    const { state } = keychain();
    if (state !== before) log.info(`Keychain: ${state}`);
    before = state;
  };
}

interface Settled {
  readonly action: string;
  readonly result: string;
  readonly amazonRequestId: string | null;
  readonly count: number;
}

/** Read from the activity record, which has exactly what was committed. */
function operationsLook({ log, db }: StateLoggerDeps): () => void {
  const lastEntry = (): number =>
    (
      db.prepare('SELECT coalesce(max(activity_id), 0) AS last FROM activity').get() as {
        readonly last: number;
      }
    ).last;
  let lastLogged = lastEntry();
  return () => {
    const last = lastEntry();
    const settled = db
      .prepare(
        `SELECT action, result, amazon_request_id AS amazonRequestId, count(*) AS count FROM activity
         WHERE activity_id > ? AND activity_id <= ? GROUP BY action, result, amazon_request_id`,
      )
      .all(lastLogged, last) as unknown as readonly Settled[];
    lastLogged = last;
    for (const { action, result, amazonRequestId, count } of settled) {
      log.info(`Operations: ${count} × ${action} ${result}${requestId(amazonRequestId)}`);
    }
  };
}

const requestId = (id: string | null): string => (id === null ? '' : `, Amazon’s request ID ${id}`);
