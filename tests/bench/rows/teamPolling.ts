import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { newRecordId } from '../../../main/storage/recordId';
import { writeTeam } from '../../../main/team/membership/joinedTeam';
import { createTeam, type Team } from '../../../main/team/team';
import { temporaryStore, type Store } from '../../support/fixtures/store';
import { startPostgres } from '../../support/postgres/server';
import { passwordOf, startTeamServer, type TeamServer } from '../../support/team/teamServer';
import { fillTeam } from '../teamHistory';
import type { Measurement } from '../results/results';

const desktops = 20;
/** How often a desktop asks the store, in ms, as in the product. */
const beatMs = 15_000;
const runs = 3;
/** What the team shared in the past, which everybody has read. */
const facts = 10_000;
/** How long the desktops may take to read that, in ms. */
const mergeWithinMs = 120_000;
/** Of a core, as ms of processor time in one interval. */
const share = 0.05;

/** The processor time that PostgreSQL needs for the polls of 20 desktops that have nothing to do, an interval each. */
export async function teamPolling(): Promise<Measurement[]> {
  const server = await startTeamServer(startPostgres);
  const stores: Store[] = [];
  const teams: Team[] = [];
  try {
    await fillTeam(server, facts);
    for (let index = 0; index < desktops; index += 1) {
      const store = temporaryStore();
      stores.push(store);
      teams.push(await startPolling(server, store, `desktop${String(index)}`));
      // Nobody starts at the same moment.
      await wait(beatMs / desktops);
    }
    await merged(teams);
    const values: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const before = processorMs(server.pid());
      await wait(beatMs);
      values.push(processorMs(server.pid()) - before);
    }
    return [
      {
        name: `processor time of PostgreSQL in the 15 s in which each of ${String(desktops)} desktops polls`,
        unit: 'ms',
        values,
        target: { atMost: share * beatMs },
      },
    ];
  } finally {
    for (const { link } of teams) await link.close();
    for (const store of stores) store.remove();
    await server.remove();
  }
}

async function startPolling(server: TeamServer, { db }: Store, login: string): Promise<Team> {
  const address = await server.addMember(login);
  const installationId = newRecordId(Date.now());
  writeTeam(db, { teamId: await server.teamId(), name: 'Northwind', installationId, address }, 1);
  const team = createTeam({
    ...{ db, programVersion: '0.0.0', now: Date.now, monotonic: () => performance.now() },
    secrets: { get: () => Promise.resolve(passwordOf(login)) },
    changed: () => undefined,
    ready: () => undefined,
  });
  await team.link.beat();
  return team;
}

async function merged(teams: readonly Team[]): Promise<void> {
  const until = performance.now() + mergeWithinMs;
  while (
    teams.some(({ facts: { progress } }) => progress().learnedAt === null || progress().merging !== null)
  ) {
    if (performance.now() > until) throw new Error('The desktops haven’t read what the team shared.');
    await wait(200);
  }
}

/** A tick of the kernel's accounts, in ms; it is 100 to a second on every Linux of today. */
const tickMs = 10;

/** What a process, those it has started and those it has waited for took so far, in ms. A connection is a process of its own. */
function processorMs(pid: number): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(name));
  return all
    .filter((each) => each.pid === pid || each.parent === pid)
    .reduce((sum, each) => sum + each.ownMs + (each.pid === pid ? each.waitedForMs : 0), 0);
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly ownMs: number;
  readonly waitedForMs: number;
}

/** See proc_pid_stat(5). Nothing if it ended meanwhile. */
function statOf(pid: string): Stat[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, own = 0, system = 0, waited = 0, waitedSystem = 0] = [1, 11, 12, 13, 14].map(
      (index) => fields[index] ?? 0,
    );
    return [
      {
        pid: Number(pid),
        parent,
        ownMs: (own + system) * tickMs,
        waitedForMs: (waited + waitedSystem) * tickMs,
      },
    ];
  } catch {
    return [];
  }
}
