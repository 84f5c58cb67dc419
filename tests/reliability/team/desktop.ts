import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { closeDatabase, openDatabase } from '../../../main/storage/database';
import { newRecordId } from '../../../main/storage/recordId';
import { addAccount, addConnection } from '../../support/fixtures/store';
import { passwordOf } from '../../support/team/teamServer';
import { startGateway, type Beside, type Gateway } from '../amazon/gateway';
import type { Site } from '../amazon/site';
import { connectionId } from '../connection';
import { startSender, type SenderProcess } from '../senderProcess';
import type { LeftToDo } from '../messages';
import { maxLagMs } from './laggingList';
import { startStoreProxy, type StoreProxy } from './storeProxy';
import type { Otherwise } from './teamExecutioner';
import type { Errand } from './waves';

/** How long after a call lost its caller the product must expect it, in ms: more than the line, faults and the list's lag take. */
const lateCommitMs = 1500;

/** Short, so that a season doesn't wait for what ended without a word. */
export const waits = { beatMs: 150, silenceMs: 700, askAgainMs: 40, turnMs: 1500 };

/** How long a colleague's change isn't settled, in ms: a call may still be carried out, and Amazon's list lags behind. */
const adoptAfterMs = lateCommitMs + maxLagMs + 500;

/** What a colleague was asked for. */
export interface Requested extends Errand {
  /** `refused`: the product says at once that nothing is left to do. */
  state: 'open' | 'recorded' | 'refused';
}

/** The computer of one colleague: its data, its connections to Amazon and to the store, and what its person was asked for. */
export interface Desktop {
  readonly name: string;
  readonly file: string;
  readonly gateway: Gateway;
  readonly proxy: StoreProxy;
  readonly requests: Requested[];
  /** How many waves its person has heard of. */
  heard: number;
  /** What was left when it last said so. */
  left: LeftToDo | null;
  begin(): SenderProcess;
  close(): Promise<void>;
}

/** What desktops have in common. */
export interface DesktopDeps {
  readonly site: Site;
  readonly folder: string;
  /** How the store names itself. */
  readonly teamId: string;
  /** The store's port. */
  readonly port: number;
  readonly besideOf: (login: string) => Beside;
  readonly otherwise: Otherwise;
}

/** A desktop of somebody who belongs to the team, with the accounts that all share. */
export async function addDesktop(around: DesktopDeps, login: string): Promise<Desktop> {
  const { site, folder } = around;
  const file = join(folder, `${login}.db`);
  const connections = await connectionsOf(around, login);
  const realm = site.sandbox.origin;
  const db = openDatabase(file);
  try {
    addConnection(db, connectionId, realm);
    for (const accountId of site.accountIds) {
      addAccount(db, connectionId, accountId, realm);
      db.prepare('INSERT INTO team_accounts (realm, account_id, shared_at) VALUES (?, ?, 1)').run(
        realm,
        accountId,
      );
    }
    db.prepare(
      `INSERT INTO teams (number, team_id, name, host, port, database, login, encryption, installation_id, joined_at)
       VALUES (1, ?, 'Northwind', '127.0.0.1', ?, 'amc_team', ?, 'loopback', ?, 1)`,
    ).run(around.teamId, connections.proxy.port, login, newRecordId(Date.now()));
  } finally {
    closeDatabase(db);
  }
  return desktopOf(around, { name: login, login, file, ...connections });
}

/** A copy of a desktop's folder as it is now, on another computer. */
export async function copyDesktop(around: DesktopDeps, original: Desktop, number: number): Promise<Desktop> {
  const file = join(around.folder, `${original.name}-copy-${String(number)}.db`);
  const from = new DatabaseSync(original.file);
  try {
    from.exec(`PRAGMA busy_timeout = 5000; VACUUM INTO '${file}'`);
  } finally {
    from.close();
  }
  const connections = await connectionsOf(around, original.name);
  const db = openDatabase(file);
  try {
    db.prepare('UPDATE teams SET port = ?').run(connections.proxy.port);
  } finally {
    closeDatabase(db);
  }
  return desktopOf(around, {
    name: `${original.name}, copy ${String(number)}`,
    login: original.name,
    file,
    ...connections,
  });
}

interface Parts extends Pick<Desktop, 'name' | 'file' | 'gateway' | 'proxy'> {
  readonly login: string;
}

async function connectionsOf(
  { site, port, besideOf, otherwise }: DesktopDeps,
  login: string,
): Promise<Pick<Desktop, 'gateway' | 'proxy'>> {
  const quiet = { answered: () => undefined, passedOn: () => undefined };
  return {
    gateway: await startGateway(site.sandbox.origin, { ...quiet, arrived: otherwise.line }, besideOf(login)),
    proxy: await startStoreProxy(port, { ...quiet, arrived: otherwise.store }),
  };
}

function desktopOf({ site }: DesktopDeps, { login, ...parts }: Parts): Desktop {
  const { file, gateway, proxy } = parts;
  return {
    ...parts,
    requests: [],
    heard: 0,
    left: null,
    begin: () =>
      startSender({
        ...{ file, lateCommitMs, apiUrl: gateway.origin, clockOffMs: 0 },
        ...{ tokenUrl: site.sandbox.endpoints.tokenUrl, refreshToken: site.refreshToken },
        realm: site.sandbox.origin,
        team: { password: passwordOf(login), adoptAfterMs, ...waits },
      }),
    async close() {
      await gateway.close();
      await proxy.close();
    },
  };
}

/** After a kill: an unanswered command was recorded completely, or not at all. */
export function settleRequests({ file, requests }: Desktop): void {
  const open = requests.filter(({ state }) => state === 'open');
  if (open.length === 0) return;
  const db = new DatabaseSync(file);
  try {
    for (const one of open) {
      const { ask } = one;
      const who = ask.kind === 'create' ? ask.invitees.map(({ emailAddress }) => emailAddress) : ask.userIds;
      const row = db
        .prepare(
          `SELECT 1 FROM operations WHERE account_id = ? AND kind = ?
             AND (email_address IN (SELECT value FROM json_each(?3)) OR user_id IN (SELECT value FROM json_each(?3))) LIMIT 1`,
        )
        .get(ask.accountId, ask.kind, JSON.stringify(who));
      if (row !== undefined) one.state = 'recorded';
    }
  } finally {
    db.close();
  }
}
