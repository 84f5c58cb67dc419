import type pg from 'pg';
import { addRawFact, beginRawStart, claimRaw, realm, setState, takeRawTurn, type RawStart } from './rawSql';
import { startTeamServer, type TeamServer } from './teamServer';

/** Who a team has, each with a connection of their own that only speaks SQL. */
export interface RawTeam {
  readonly server: TeamServer;
  /** The administrator who set the store up. */
  readonly anna: pg.Client;
  /** Sees all accounts, and may send. */
  readonly ben: pg.Client;
  /** Sees the account Acme alone, and may send there. */
  readonly cleo: pg.Client;
  /** May draft, but not send. */
  readonly dora: pg.Client;
  /** Has a login, but isn't in the team. */
  readonly eve: pg.Client;
  readonly superuser: pg.Client;
  /** Ben's start, whose turn it is in Acme and Borealis. In each, one person's claim is at each state. */
  readonly bens: RawStart;
  close(): Promise<void>;
}

const accounts = ['acme', 'borealis'] as const;
export const states = ['claimed', 'sending', 'inDoubt', 'done', 'failed', 'released'] as const;

/** The person of an account whose claim is in a state. */
export const personOf = (account: string, state: string): string => `${state}@${account}.example`;

const steps: Readonly<Record<(typeof states)[number], readonly string[]>> = {
  claimed: [],
  sending: ['sending'],
  inDoubt: ['sending', 'inDoubt'],
  done: ['sending', 'done'],
  failed: ['sending', 'failed'],
  released: ['released'],
};

export async function startRawTeam(): Promise<RawTeam> {
  const server = await startTeamServer();
  await server.addMember('ben');
  await server.addMember('cleo', { seesAll: false });
  await server.addMember('dora', { maySend: false });
  await server.addMember('eve');
  const anna = await server.rawAs('anna');
  const ben = await server.rawAs('ben');
  const cleo = await server.rawAs('cleo');
  const dora = await server.rawAs('dora');
  const eve = await server.rawAs('eve');
  const superuser = await server.rawAsSuperuser();
  await anna.query(`DELETE FROM amc.members WHERE login = 'eve'`);
  await anna.query(
    `INSERT INTO amc.member_accounts (login, realm, account_id) VALUES ('cleo', '${realm}', 'acme')`,
  );
  const bens = await beginRawStart(ben);
  for (const account of accounts) await fill(bens, account);
  return {
    ...{ server, anna, ben, cleo, dora, eve, superuser, bens },
    async close() {
      await Promise.all([anna, ben, cleo, dora, eve, superuser].map((client) => client.end()));
      await server.remove();
    },
  };
}

/** Shares an account, tells a fact of it, and makes a claim at each state there, in a turn that lasts. */
export async function fill(start: RawStart, account: string): Promise<void> {
  const { client } = start;
  await client.query(
    `INSERT INTO amc.shared_accounts (realm, account_id, account_name) VALUES ($1, $2, $2)`,
    [realm, account],
  );
  await addRawFact(start, { account, person: personOf(account, 'done') });
  const fence = await takeRawTurn(start, account);
  for (const state of states) {
    const who = personOf(account, state);
    await claimRaw(start, { account, who, fence });
    for (const step of steps[state]) await setState(client, who, step);
  }
}
