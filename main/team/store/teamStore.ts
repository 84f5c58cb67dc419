import type pg from 'pg';
import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import { loadPg } from './loadPg';
import { scramClient } from './scramClient';
import { StoreError, storeError } from './storeError';
import { breaksConnection } from './storeProblem';
import { tlsOf } from './verifiedTls';

/** The team's PostgreSQL. Each statement is a transaction of its own. */
export interface TeamStore {
  /**
   * Runs one statement. A connection that broke is replaced; the statement isn't repeated.
   * @param values bound to $1, $2 …
   * @throws CodedError TEAM_UNREACHABLE, TEAM_REFUSED or TEAM_OUTDATED, in sentences for people; see `storeError`
   */
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
  /** Ends its connections. What still runs is rejected. */
  close(): Promise<void>;
}

/** What tests make shorter. */
export interface TeamStoreLimits {
  /** How long a statement, and reaching the store, may take, in ms. */
  readonly patienceMs: number;
  /** Connections at once: one for each account in which is sent would be more than a small managed database allows a person. */
  readonly maxConnections: number;
}

/** How much longer than the server this program waits for the end of a statement, in ms. */
const graceMs = 1000;

const usualLimits: TeamStoreLimits = { patienceMs: 10_000, maxConnections: 3 };

/**
 * The store at an address. It connects with the first statement.
 * @param password never logged or shown, and never sent: logging in proves that this program knows it
 * @throws StoreError if the password is empty, or the file of authorities can't be used
 */
export async function openTeamStore(
  address: StoreAddress,
  password: string,
  limits: TeamStoreLimits = usualLimits,
): Promise<TeamStore> {
  // Without one, the library would look for a password elsewhere.
  if (password === '') throw new StoreError('wrongPassword', address);
  const library = await loadPg();
  const config = await configOf(address, password, limits).catch((thrown: unknown) => {
    throw storeError(thrown, address, 'connecting');
  });
  const busy = new Set<pg.Client>();
  const Client = scramClient(library.Client, (client) => {
    busy.add(client);
    client.connection.once('end', () => busy.delete(client));
  });
  const pool = new library.Pool({ ...config, Client });
  // A connection that breaks while nobody uses it is replaced by the next statement.
  pool.on('error', () => undefined);
  let closing: Promise<void> | null = null;

  async function run<Row extends object>(client: pg.PoolClient, sql: string, values: readonly unknown[]) {
    // The pool makes no others.
    const connected = client as pg.PoolClient & pg.Client;
    busy.add(connected);
    try {
      const { rows } = await client.query<Row & pg.QueryResultRow>(sql, [...values]);
      client.release();
      return rows;
    } catch (thrown) {
      const isBroken = breaksConnection(thrown);
      // A server that doesn't answer doesn't answer a goodbye either.
      if (isBroken) connected.connection.stream.destroy();
      client.release(isBroken);
      throw storeError(thrown, address, 'working');
    } finally {
      busy.delete(connected);
    }
  }

  return {
    async query<Row extends object>(sql: string, values: readonly unknown[] = []) {
      const client = await pool.connect().catch((thrown: unknown) => {
        throw storeError(thrown, address, 'connecting');
      });
      return run<Row>(client, sql, values);
    },
    close() {
      if (closing !== null) return closing;
      closing = pool.end();
      for (const { connection } of busy) connection.stream.destroy();
      return closing;
    },
  };
}

async function configOf(
  address: StoreAddress,
  password: string,
  { patienceMs, maxConnections }: TeamStoreLimits,
): Promise<pg.PoolConfig> {
  return {
    host: address.host,
    port: address.port,
    database: address.database,
    user: address.login,
    password,
    ssl: await tlsOf(address),
    max: maxConnections,
    connectionTimeoutMillis: patienceMs,
    // The server, where it can answer at all, ends a statement first, and the connection stays.
    query_timeout: patienceMs + graceMs,
    statement_timeout: patienceMs,
    idle_in_transaction_session_timeout: patienceMs,
    keepAlive: true,
    application_name: 'AMC Access Manager',
  };
}
