import { createActivity, type NewEntry } from '../../../main/activity/activity';
import { createTeamErasures, type TeamErasures } from '../../../main/team/erasing/teamErasures';
import { createFactsExchange, type FactsExchange } from '../../../main/team/facts/factsExchange';
import { createTeamLink, type TeamLink } from '../../../main/team/link/teamLink';
import { openTeamStore, type TeamStore } from '../../../main/team/store/teamStore';
import { schemaErrorText } from '../../../main/team/schema/schemaErrorText';
import { CodedError } from '../../../shared/errors';
import type { Database } from '../../../main/storage/database';
import { newRecordId } from '../../../main/storage/recordId';
import { temporaryStore, type Store } from '../fixtures/store';
import { realm } from './rawSql';
import { passwordOf, type TeamServer } from './teamServer';

/** A colleague's folder and its link to the team, without the parts that send. */
export interface Historian {
  readonly store: Store;
  readonly db: Database;
  readonly installationId: string;
  readonly link: TeamLink;
  readonly facts: FactsExchange;
  readonly erasures: TeamErasures;
  /** Asks the store now, and waits until facts are exchanged. */
  meet(): Promise<void>;
  quit(): Promise<void>;
  remove(): Promise<void>;
}

export interface HistorianOptions {
  readonly store?: Store;
  readonly installationId?: string;
  readonly programVersion?: string;
  /** Whether the store is newer than this app, at each opening. */
  readonly checkVersion?: () => boolean;
  /** Stands between the folder and the team's store. */
  readonly through?: (store: TeamStore) => TeamStore;
}

/** Starts a colleague's app over this data. */
export function startHistorian(server: TeamServer, login: string, options: HistorianOptions = {}): Historian {
  const { store = temporaryStore(), installationId = newRecordId(Date.now()) } = options;
  const {
    programVersion = '1.0.0',
    checkVersion = () => false,
    through = (opened: TeamStore) => opened,
  } = options;
  const { db } = store;
  db.prepare(
    `INSERT INTO teams (number, team_id, name, host, port, database, login, encryption, installation_id, joined_at)
     VALUES (1, 'team', 'Northwind', '127.0.0.1', 1, 'amc_team', ?, 'loopback', ?, 1) ON CONFLICT DO NOTHING`,
  ).run(login, installationId);
  const deps = { db, programVersion, now: Date.now, monotonic: () => performance.now() };
  const facts = createFactsExchange({ ...deps, changed: () => undefined, restMs: 0 });
  const erasures = createTeamErasures({ ...deps, changed: () => undefined }, () => undefined);
  const link = createTeamLink({
    ...{ ...deps, facts, erasures, beatMs: 3_600_000, silenceMs: Infinity },
    open: async () => {
      if (checkVersion()) throw new CodedError({ code: 'TEAM_OUTDATED', message: schemaErrorText.newer });
      return {
        store: through(await openTeamStore(server.addressOf(login), passwordOf(login))),
        installationId,
      };
    },
    changed: () => undefined,
    ready: () => undefined,
  });
  return {
    ...{ store, db, installationId, link, facts, erasures },
    async meet() {
      await link.beat();
      await facts.settled();
    },
    quit: () => link.close(),
    async remove() {
      await link.close();
      store.remove();
    },
  };
}

/** Shares an account in the team and here, as Settings does. */
export async function shareAccount({ db, link }: Historian, accountId: string): Promise<void> {
  await link
    .ready()
    ?.store.query(
      'INSERT INTO amc.shared_accounts (realm, account_id, account_name) VALUES ($1, $2, $2) ON CONFLICT DO NOTHING',
      [realm, accountId],
    );
  addAccount(db, accountId);
  db.prepare('INSERT INTO team_accounts (realm, account_id, shared_at) VALUES (?, ?, 1)').run(
    realm,
    accountId,
  );
}

function addAccount(db: Database, accountId: string): void {
  db.prepare(
    `INSERT INTO accounts (realm, account_id, name, marketplace_id, first_seen_at)
     VALUES (?, ?, ?, 'M', 1) ON CONFLICT DO NOTHING`,
  ).run(realm, accountId, accountId);
}

/** Records that somebody was invited. @param at ms since 1970 */
export function recordInvited(
  db: Database,
  accountId: string,
  emailAddress: string,
  more: Partial<NewEntry> = {},
): void {
  createActivity(db).record([
    {
      ...{ at: Date.now(), action: 'create', result: 'done', connectionLabel: 'Agency' },
      ...{ actor: 'Dana <dana@agency.example>', realm, accountId, accountName: accountId },
      ...{ emailAddress, userName: 'Mia Chen', role: 'VIEWER', invitationId: null, userId: null },
      ...{ operationId: 1, amazonRequestId: 'request-1', detail: null, code: null },
      ...more,
    },
  ]);
}

/** Writes an invitation as a reading of Amazon's list does. */
export function addInvitation(
  db: Database,
  accountId: string,
  { invitationId, emailAddress }: { readonly invitationId: string; readonly emailAddress: string },
): void {
  db.prepare(
    `INSERT INTO invitations (realm, account_id, invitation_id, email_address, user_name, role, state, created_by,
       first_seen_at, state_changed_at, evidence)
     VALUES (?, ?, ?, ?, 'Mia Chen', 'VIEWER', 'pending', 'Dana', 1700000000000, 1700000000000, 'listed')`,
  ).run(realm, accountId, invitationId, emailAddress);
}

/** What this folder knows of colleagues' facts, by kind. */
export function factsOf(db: Database, kind: string): Record<string, unknown>[] {
  return db
    .prepare(
      'SELECT author, person, user_id AS userId, what, outcome, body FROM team_facts WHERE kind = ? ORDER BY number',
    )
    .all(kind) as Record<string, unknown>[];
}
