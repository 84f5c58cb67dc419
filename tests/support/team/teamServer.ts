import pg from 'pg';
import { migrateStore } from '../../../main/team/schema/migrateStore';
import { openTeamStore, type TeamStore } from '../../../main/team/store/teamStore';
import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import { superuser, type PostgresServer } from '../postgres/server';
import { borrowPostgres } from '../postgres/shared';

/** What a member of the team may do. */
export interface Rights {
  readonly seesAll?: boolean;
  readonly mayDraft?: boolean;
  readonly maySend?: boolean;
  readonly mayAdminister?: boolean;
}

/** A PostgreSQL server on which a team was set up as docs/team.md says. */
export interface TeamServer extends PostgresServer {
  /** The team administrator's. */
  readonly admin: StoreAddress;
  /** Adds a login to the team. Its password is `passwordOf(login)`. */
  addMember(login: string, rights?: Rights): Promise<StoreAddress>;
  addressOf(login: string): StoreAddress;
  /** A connection that only speaks SQL, as somebody would have who doesn't use the app. */
  rawAs(login: string): Promise<pg.Client>;
  /** As the server's administrator, for whom the tables' triggers are off, so that tests can empty and fill them. */
  rawAsSuperuser(): Promise<pg.Client>;
  openAs(login: string): Promise<TeamStore>;
  /** How the store names itself. */
  teamId(): Promise<string>;
}

export const passwordOf = (login: string): string => `secret of ${login}`;

/** The groups of docs/team.md; a server that tests share has them already. */
const groups = `DO $$ BEGIN
    IF to_regrole('amc_owner') IS NULL THEN
      CREATE ROLE amc_owner NOLOGIN;
      CREATE ROLE amc_member NOLOGIN;
      CREATE ROLE amc_administrator NOLOGIN NOINHERIT IN ROLE amc_owner;
    END IF;
  END $$`;

/**
 * The database's administrator sets up roles and database; the team's, with a login of the app, the schema.
 * @param start by default the server that the tests of a worker share
 */
export async function startTeamServer(
  start: () => Promise<PostgresServer> = borrowPostgres,
): Promise<TeamServer> {
  const server = await start();
  const database = 'amc_team';
  const raw = async (user: string, password: string, name = database): Promise<pg.Client> => {
    const client = new pg.Client({ host: '127.0.0.1', port: server.port, user, password, database: name });
    // Of a server that is stopped while a test still holds the connection.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const asSuperuser = async (sql: string, name = database): Promise<void> => {
    const client = await raw(superuser.login, superuser.password, name);
    await client.query(sql).finally(() => client.end());
  };
  await asSuperuser(groups, 'postgres');
  await asSuperuser(`CREATE DATABASE ${database} OWNER amc_owner`, 'postgres');
  await asSuperuser(
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC; GRANT CONNECT ON DATABASE ${database} TO amc_member;
     CREATE ROLE anna LOGIN PASSWORD '${passwordOf('anna')}' IN ROLE amc_administrator, amc_member`,
  );
  const addressOf = (login: string): StoreAddress => ({
    ...{ host: '127.0.0.1', port: server.port, database, login },
    ...{ encryption: 'loopback', caFile: null },
  });
  const openAs = (login: string): Promise<TeamStore> => openTeamStore(addressOf(login), passwordOf(login));
  const store = await openAs('anna');
  await migrateStore(store, { teamName: 'Northwind', displayName: 'Anna Berg' });
  await store.close();
  return {
    ...server,
    admin: addressOf('anna'),
    addressOf,
    openAs,
    async teamId() {
      const anna = await openAs('anna');
      const [team] = await anna
        .query<{ readonly teamId: string }>('SELECT team_id::text AS "teamId" FROM amc.store')
        .finally(() => anna.close());
      return team?.teamId ?? '';
    },
    rawAs: (login) => raw(login, passwordOf(login)),
    async rawAsSuperuser() {
      const client = await raw(superuser.login, superuser.password);
      await client.query('SET session_replication_role = replica');
      return client;
    },
    async addMember(login, { seesAll = true, mayDraft = true, maySend = true, mayAdminister = false } = {}) {
      await asSuperuser(`CREATE ROLE "${login}" LOGIN PASSWORD '${passwordOf(login)}' IN ROLE amc_member`);
      const anna = await openAs('anna');
      await anna
        .query(
          `INSERT INTO amc.members (login, display_name, sees_all, may_draft, may_send, may_administer)
           VALUES ($1, $2, $3, $4, $5, $6)`,
          [
            login,
            `${login.charAt(0).toUpperCase()}${login.slice(1)}`,
            seesAll,
            mayDraft,
            maySend,
            mayAdminister,
          ],
        )
        .finally(() => anna.close());
      return addressOf(login);
    },
  };
}
