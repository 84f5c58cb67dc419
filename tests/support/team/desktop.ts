import { openTeamStore, type TeamStore } from '../../../main/team/store/teamStore';
import { createTeamLink, type TeamLink } from '../../../main/team/link/teamLink';
import { createAdoption, type Adoption } from '../../../main/team/adoption/adoption';
import { createActivity } from '../../../main/activity/activity';
import { writeTeam } from '../../../main/team/membership/joinedTeam';
import { createDoubles, type Doubles } from '../../../main/team/solo/doubles';
import { createSoloSending, type SoloSending } from '../../../main/team/solo/soloSending';
import { createAccountTurns } from '../../../main/team/sending/accountTurns';
import { newRecordId } from '../../../main/storage/recordId';
import { outboxOver, type OutboxBench } from '../benches/outboxBench';
import { account } from '../benches/inviting';
import type { Store } from '../fixtures/store';
import { passwordOf, type TeamServer } from './teamServer';

/** A colleague's desktop: a real database file and outbox, and the team's real store. */
export interface TeamDesktop extends OutboxBench {
  readonly link: TeamLink;
  readonly adoption: Adoption;
  readonly solo: SoloSending;
  readonly doubles: Doubles;
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
  /** How long Amazon may still carry out a call of an app that is gone, in ms; 0 if omitted. */
  readonly lateCommitMs?: number;
  /** The same of its own calls whose answers were lost; as in the app if omitted. */
  readonly ownLateCommitMs?: number;
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
  {
    login,
    installationId = newRecordId(Date.now()),
    through = (opened) => opened,
    turnMs,
    lateCommitMs = 0,
    ownLateCommitMs,
  }: DesktopOptions,
): Promise<TeamDesktop> {
  const { db } = store;
  db.prepare(
    'INSERT INTO team_accounts (realm, account_id, shared_at) VALUES (?, ?, 1) ON CONFLICT DO NOTHING',
  ).run('sandbox', account.accountId);
  const teamId = await server.teamId();
  writeTeam(db, { teamId, name: 'Northwind', installationId, address: server.addressOf(login) }, 1);
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
  const turns = createAccountTurns({
    ...{ db, ...clock, link, askAgainMs: 20 },
    ...(turnMs === undefined ? {} : { turnMs }),
  });
  const bench: OutboxBench = outboxOver(db, amazonOrigin, {
    turns,
    ...(ownLateCommitMs === undefined ? {} : { lateCommitMs: ownLateCommitMs }),
  });
  await link.beat();
  return {
    ...bench,
    link,
    adoption: createAdoption({
      ...{ db, ...clock, turns, link, lateCommitMs },
      ...{ access: bench.access, members: bench.members, paces: bench.paces },
      activity: createActivity(db),
      actorOf: (connectionId) => ({ connectionLabel: `Label of ${connectionId}`, actor: login }),
      changed: () => undefined,
    }),
    solo: createSoloSending({
      ...{ db, link, now: Date.now, activity: createActivity(db) },
      letGone: () => bench.outbox.tryNow(),
    }),
    doubles: createDoubles({
      ...{ db, now: Date.now, activity: createActivity(db), changed: () => undefined },
      secrets: { get: () => Promise.resolve(passwordOf(login)) },
    }),
    installationId,
    async quit() {
      await bench.own.close();
      await link.close();
    },
  };
}
