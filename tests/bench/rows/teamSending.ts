import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { writeTeam } from '../../../main/team/membership/joinedTeam';
import { createTeam, type Team } from '../../../main/team/team';
import { newRecordId } from '../../../main/storage/recordId';
import type { Database } from '../../../main/storage/database';
import { signIn } from '../../contract/sandbox/support/signIn';
import { startSandbox } from '../../support/amazon/sandbox';
import { temporaryStore } from '../../support/fixtures/store';
import { startDelayingProxy } from '../../support/network/delayingProxy';
import { startPostgres } from '../../support/postgres/server';
import { passwordOf, startTeamServer, type TeamServer } from '../../support/team/teamServer';
import { invitees } from '../invitees';
import type { Measurement } from '../results/results';
import { servicesOver } from '../services';

const runs = 3;
const accounts = 100;
const peopleAnAccount = 50;
/** How long each answer of Amazon is delayed, in ms: as in the row without a team. */
const amazonMs = 150;
/** The sandbox makes its signed-in person a viewer in some. */
const accountsInSandbox = 130;
/** A round trip to the team's store, in ms: in the same building, and across a continent. */
const distances = [
  { roundTripMs: 2, target: { times: 1.15 } },
  { roundTripMs: 20, target: { times: 1.3 } },
];

/** Inviting 5,000 people in shared accounts, against the same without a team. */
export async function teamSending(): Promise<Measurement[]> {
  const server = await startTeamServer(startPostgres);
  try {
    await server.addMember('ben');
    const alone: number[] = [];
    const shared = distances.map(({ roundTripMs }) => ({ roundTripMs, values: [] as number[] }));
    // The first round warms everything up; it doesn't count.
    for (let run = 0; run <= runs; run += 1) {
      const own = await inviting(null);
      if (run > 0) alone.push(own);
      for (const { roundTripMs, values } of shared) {
        const ms = await inviting({ server, roundTripMs });
        if (run > 0) values.push(ms);
      }
    }
    return distances.map(({ roundTripMs, target }, index) => ({
      name: `inviting 5,000 people to 100 shared accounts, the team's store ${String(roundTripMs)} ms away, against the same without a team`,
      unit: 'ms',
      values: shared[index]?.values ?? [],
      baselines: alone,
      target,
    }));
  } finally {
    await server.remove();
  }
}

interface Store {
  readonly server: TeamServer;
  readonly roundTripMs: number;
}

/** @returns how long it took, in ms */
async function inviting(store: Store | null): Promise<number> {
  const sandbox = await startSandbox({ accounts: accountsInSandbox, invitations: 0 });
  const { db, remove } = temporaryStore();
  const proxy = store === null ? null : await startDelayingProxy(store.server.port, store.roundTripMs);
  const team = store === null || proxy === null ? null : await joinTeam(db, store.server, proxy.port);
  try {
    const { accessToken } = await signIn(sandbox.origin, 'dana');
    const { outbox, accountsToInviteTo } = servicesOver(db, { apiUrl: sandbox.origin, accessToken }, team);
    const all = await accountsToInviteTo(accounts);
    if (team !== null) await shareAll(db, team);
    await sandbox.misbehave({
      faults: [{ kind: 'delay', ms: amazonMs, when: 'before' }],
      random: { rate: 1, seed: 1 },
    });
    const startedAt = performance.now();
    for (const [index, account] of all.entries()) {
      const people = invitees(peopleAnAccount, index * peopleAnAccount);
      outbox.create({ account, invitees: [...people], notifyInvitedUsers: false });
      // Each comes over the bridge, in its own turn of the loop.
      await turnOfLoop();
    }
    await outbox.idle();
    const ms = performance.now() - startedAt;
    const { total } = outbox.operations({ statuses: ['done'], limit: 1, offset: 0 });
    if (total !== accounts * peopleAnAccount) throw new Error(`Only ${String(total)} people were invited.`);
    return ms;
  } finally {
    await team?.link.close();
    await proxy?.close();
    remove();
    await sandbox.stop();
  }
}

/** The same people again, as if nobody had invited them. */
async function joinTeam(db: Database, server: TeamServer, port: number): Promise<Team> {
  const superuser = await server.rawAsSuperuser();
  await superuser.query('TRUNCATE amc.claims, amc.turns, amc.starts').finally(() => superuser.end());
  const address = { ...server.addressOf('ben'), port };
  const installationId = newRecordId(Date.now());
  writeTeam(db, { teamId: await server.teamId(), name: 'Northwind', installationId, address }, 1);
  return createTeam({
    ...{ db, programVersion: '0.0.0', now: Date.now, monotonic: () => performance.now() },
    secrets: { get: () => Promise.resolve(passwordOf('ben')) },
    changed: () => undefined,
    ready: () => undefined,
  });
}

async function shareAll(db: Database, { link }: Team): Promise<void> {
  db.exec(
    'INSERT INTO team_accounts (realm, account_id, shared_at) SELECT realm, account_id, 1 FROM accounts',
  );
  await link.beat();
  if (link.ready() === null) throw new Error('The store isn’t ready.');
}
