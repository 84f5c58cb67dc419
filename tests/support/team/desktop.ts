import { openTeamStore, type TeamStore } from '../../../main/team/store/teamStore';
import { createTeamLink, type TeamLink } from '../../../main/team/link/teamLink';
import { createAccountTurns } from '../../../main/team/sending/accountTurns';
import { newRecordId } from '../../../main/storage/recordId';
import { outboxOver, type OutboxBench } from '../benches/outboxBench';
import { account } from '../benches/inviting';
import type { Store } from '../fixtures/store';
import { passwordOf, type TeamServer } from './teamServer';

/** A colleague's desktop: a real database file and outbox, and the team's real store. */
export interface TeamDesktop extends OutboxBench {
  readonly link: TeamLink;
  readonly installationId: string;
  /** Quits as a person does. */
  quit(): Promise<void>;
}

export interface DesktopOptions {
  readonly login: string;
  /** Of the folder this one is a copy of. */
  readonly installationId?: string;
  /** How long its turns last unless they are renewed, in ms; as in the app if omitted. */
  readonly turnMs?: number;
  /** Stands between the desktop and the store. */
  readonly through?: (store: TeamStore) => TeamStore;
}

/** The test says when a desktop asks the store, and a desktop that is silent isn't taken for ended: machines differ in speed. */
const onlyOnDemand = { beatMs: 3_600_000, silenceMs: Infinity };

/** Starts the app of a colleague over this data; `account` is shared. Resolves when it may send, or says why not. */
export async function startDesktop(
  server: TeamServer,
  store: Store,
  amazonOrigin: string,
  { login, installationId = newRecordId(Date.now()), through = (opened) => opened, turnMs }: DesktopOptions,
): Promise<TeamDesktop> {
  const { db } = store;
  db.prepare(
    'INSERT INTO team_accounts (realm, account_id, shared_at) VALUES (?, ?, 1) ON CONFLICT DO NOTHING',
  ).run('sandbox', account.accountId);
  const clock = { now: Date.now, monotonic: () => performance.now() };
  const link = createTeamLink({
    ...{ db, ...clock, ...onlyOnDemand },
    open: async () => ({
      store: through(await openTeamStore(server.addressOf(login), passwordOf(login))),
      installationId,
    }),
    programVersion: '0.0.0',
    changed: () => undefined,
    ready: () => bench.outbox.tryNow(),
  });
  const bench: OutboxBench = outboxOver(db, amazonOrigin, {
    turns: createAccountTurns({
      db,
      ...clock,
      link,
      askAgainMs: 20,
      ...(turnMs === undefined ? {} : { turnMs }),
    }),
  });
  await link.beat();
  return {
    ...bench,
    link,
    installationId,
    async quit() {
      await bench.own.close();
      await link.close();
    },
  };
}
