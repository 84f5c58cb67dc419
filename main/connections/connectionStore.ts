import {
  endpoints as endpointsSchema,
  type Endpoints,
  type Region,
} from '../../shared/domain/connection/region';
import {
  identity as identitySchema,
  type Connection,
  type Identity,
} from '../../shared/domain/connection/connection';
import { CodedError } from '../../shared/errors';
import type { Database } from '../storage/database';
import { connectionsErrorText } from './connectionsErrorText';

/** One stored connection. Its secrets are elsewhere (see `secrets/secretStore.ts`). */
export interface StoredConnection {
  readonly connectionId: string;
  readonly kind: Connection['kind'];
  readonly label: string;
  readonly region: Region;
  readonly clientId: string;
  readonly hasClientSecret: boolean;
  readonly returnPort: number;
  readonly endpoints: Endpoints | null;
  /** The person that the sandbox's authorize page suggests. */
  readonly sandboxIdentity: string | null;
  readonly realm: string;
  readonly state: Connection['state'];
  /** A refresh token is in the OS keychain, so no browser is needed on the next launch. */
  readonly renewable: boolean;
  /** Null if Amazon didn't say who signed in. */
  readonly identity: Identity | null;
  /** A person at this computer has confirmed being this user. */
  readonly identityConfirmed: boolean;
  /** ms since 1970. */
  readonly createdAt: number;
}

export interface ConnectionStore {
  all(): StoredConnection[];
  /** @throws CodedError NOT_FOUND. */
  get(connectionId: string): StoredConnection;
  insert(connection: StoredConnection): void;
  /** Changes the given fields of one connection. */
  change(
    connectionId: string,
    fields: Partial<Omit<StoredConnection, 'connectionId' | 'kind' | 'realm'>>,
  ): void;
  /** Removes the connection. The accounts, invitations and records reached through it stay. */
  remove(connectionId: string): void;
}

export function createConnectionStore(db: Database): ConnectionStore {
  const find = (connectionId: string): StoredConnection => {
    const row = db.prepare('SELECT * FROM connections WHERE connection_id = ?').get(connectionId) as
      ConnectionRow | undefined;
    if (row === undefined) {
      throw new CodedError({
        code: 'NOT_FOUND',
        message: connectionsErrorText.noConnection,
      });
    }
    return fromRow(row);
  };
  return {
    all: () =>
      (
        db.prepare('SELECT * FROM connections ORDER BY created_at, connection_id').all() as ConnectionRow[]
      ).map(fromRow),
    get: find,
    insert(connection) {
      const row = toRow(connection);
      const names = Object.keys(row);
      db.prepare(
        `INSERT INTO connections (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})`,
      ).run(row);
    },
    change(connectionId, fields) {
      const { connection_id, ...row } = toRow({ ...find(connectionId), ...fields });
      const assignments = Object.keys(row).map((name) => `${name} = :${name}`);
      db.prepare(`UPDATE connections SET ${assignments.join(', ')} WHERE connection_id = :connection_id`).run(
        {
          connection_id,
          ...row,
        },
      );
    },
    remove(connectionId) {
      db.prepare('DELETE FROM connections WHERE connection_id = ?').run(connectionId);
    },
  };
}

type ConnectionRow = Record<
  'connection_id' | 'kind' | 'label' | 'region' | 'client_id' | 'realm' | 'state',
  string
> &
  Record<'has_client_secret' | 'return_port' | 'renewable' | 'identity_confirmed' | 'created_at', number> &
  Record<'endpoints' | 'sandbox_identity' | 'identity', string | null>;

const toRow = (connection: StoredConnection): ConnectionRow => ({
  connection_id: connection.connectionId,
  kind: connection.kind,
  label: connection.label,
  region: connection.region,
  client_id: connection.clientId,
  has_client_secret: Number(connection.hasClientSecret),
  return_port: connection.returnPort,
  endpoints: connection.endpoints === null ? null : JSON.stringify(connection.endpoints),
  sandbox_identity: connection.sandboxIdentity,
  realm: connection.realm,
  state: connection.state,
  renewable: Number(connection.renewable),
  identity: connection.identity === null ? null : JSON.stringify(connection.identity),
  identity_confirmed: Number(connection.identityConfirmed),
  created_at: connection.createdAt,
});

/** The table's CHECK constraints guarantee `kind`, `region` and `state`. */
const fromRow = (row: ConnectionRow): StoredConnection => ({
  connectionId: row.connection_id,
  kind: row.kind as StoredConnection['kind'],
  label: row.label,
  region: row.region as Region,
  clientId: row.client_id,
  hasClientSecret: row.has_client_secret === 1,
  returnPort: row.return_port,
  endpoints: row.endpoints === null ? null : endpointsSchema.parse(JSON.parse(row.endpoints)),
  sandboxIdentity: row.sandbox_identity,
  realm: row.realm,
  state: row.state as StoredConnection['state'],
  renewable: row.renewable === 1,
  identity: row.identity === null ? null : identitySchema.parse(JSON.parse(row.identity)),
  identityConfirmed: row.identity_confirmed === 1,
  createdAt: row.created_at,
});
