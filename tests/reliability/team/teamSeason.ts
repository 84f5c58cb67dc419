import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '../../../main/sandbox/state/random';
import type { TeamDouble } from '../../../shared/domain/team/teamDouble';
import { defaultTeamRule, type TeamRule } from '../../../shared/domain/team/teamRules';
import { startPostgres } from '../../support/postgres/server';
import { startTeamServer, type TeamServer } from '../../support/team/teamServer';
import { createDoublings, type Doublings } from '../amazon/doublings';
import { withOtherIdentifiers } from '../amazon/refusals';
import { prepareSite, type Site } from '../amazon/site';
import { addDesktop, type Desktop, type DesktopDeps } from './desktop';
import { createRemovals } from './asleep';
import { createChaos } from './chaos';
import { inspectTeam, type TeamFound } from './inspectTeam';
import { createLaggingList, maxLagMs, type Lag } from './laggingList';
import { doublesSeenBy, finish, liveAndDie, type LivesContext, type PlannedLife } from './lives';
import type { Otherwise } from './teamExecutioner';
import type { TeamMoment } from './teamMoments';
import { createWaves, type Waves } from './waves';

/** Who sends, each with a login of their own. */
const logins = ['ben', 'mia', 'leo', 'zoe', 'kim', 'ida', 'max', 'eva', 'tom', 'amy'];

/** The most desktops a team has here. */
export const maxDesktops = logins.length;

/** For how long Amazon's list doesn't show what was done, in two of three seasons. */
const lag: Lag = { ownMs: 400, othersMs: maxLagMs };

export interface TeamSeasonResult extends TeamFound {
  readonly kills: readonly TeamMoment[];
  /** How often the store was stopped, and connections to it were cut. */
  readonly outages: number;
  readonly cuts: number;
  readonly copies: number;
}

export interface TeamSeasonSize {
  readonly desktops: number;
  readonly kills: number;
  /** The team's rules allow to send without the store, and Amazon accepts a second invitation of somebody. */
  readonly allowsSolo: boolean;
}

/**
 * One sandbox, one store, several desktops that are asked for the same changes at about the same time. Their processes are killed,
 * their connections cut, the store is stopped, and one folder is copied; then all may finish, and the sandbox's truth is compared
 * with what each desktop and the store say.
 */
export async function runTeamSeason(seed: number, size: TeamSeasonSize): Promise<TeamSeasonResult> {
  const server = await startTeamServer(startPostgres);
  try {
    const site = await prepareSite(seed);
    try {
      return await season({ seed, ...size, server, site });
    } finally {
      await site.remove();
    }
  } finally {
    await server.remove();
  }
}

interface Stage extends TeamSeasonSize {
  readonly seed: number;
  readonly server: TeamServer;
  readonly site: Site;
}

async function season(stage: Stage): Promise<TeamSeasonResult> {
  const { seed, desktops: count, allowsSolo, server, site } = stage;
  const doublings = createDoublings(site.sandbox, new Set());
  const chaos = createChaos(seed, { site, server, maxAwayMs: allowsSolo ? 6000 : 1500 });
  const context: LivesContext = {
    ...aroundOf(stage, doublings, await server.teamId(), chaos.otherwise),
    waves: createWaves(createRandom(seed + 4), site.accountIds, site.members),
    ...{ killed: [], unfinished: [], copies: [], copiesAtWork: [], sleepers: [] },
  };
  const { copies, killed, unfinished } = context;
  const desktops: Desktop[] = [];
  if (allowsSolo) await allowSolo(stage);
  try {
    for (const login of logins.slice(0, count)) {
      await server.addMember(login);
      desktops.push(await addDesktop(context.around, login));
    }
    await live(stage, context, desktops, chaos.begin);
    const interruptions = await chaos.end();
    await Promise.all(context.copiesAtWork);
    await finishAll(stage, context, desktops);
    const listed = allowsSolo ? await readDoubles(desktops) : new Map<string, readonly TeamDouble[]>();
    const rest = { site, server, desktops, copies, doubledCalls: doublings.found, listed };
    return {
      ...(await inspectTeam(rest)),
      ...{ ...interruptions, kills: killed, copies: copies.length, unfinished },
    };
  } finally {
    for (const desktop of [...desktops, ...copies]) await desktop.close();
  }
}

function aroundOf(
  { seed, server, site }: Stage,
  doublings: Doublings,
  teamId: string,
  otherwise: Otherwise,
): Pick<LivesContext, 'around' | 'removals'> {
  const list = createLaggingList(site.sandbox, seed % 3 === 0 ? { ownMs: 0, othersMs: 0 } : lag);
  const rewording = createRandom(seed + 3);
  const removals = createRemovals();
  const around: DesktopDeps = {
    ...{ site, port: server.port, folder: dirname(site.file), teamId, otherwise },
    besideOf: (login) => ({
      forwarding(call) {
        const through = doublings.forwarding(call);
        return () => {
          through();
          list.done(call, login);
          removals.done(call, login);
        };
      },
      meanwhile: () => Promise.resolve(),
      reworded: (body, call) =>
        call.kind === 'read' ? list.shown(call, login, body) : withOtherIdentifiers(rewording, body),
    }),
  };
  return { around, removals };
}

/** Each desktop has a first life, in which some of them do what `firstLives` says; then everything else goes wrong as well. */
async function live(
  { seed, kills, desktops: count }: Stage,
  context: LivesContext,
  desktops: readonly Desktop[],
  beginChaos: () => Promise<void>,
): Promise<void> {
  const ending = new AbortController();
  const work = keepBusy(context.waves, desktops, ending.signal);
  const lives = desktops.map((desktop, index) => ({
    desktop,
    random: createRandom(seed + 10 + index),
    kills: Math.floor(kills / count) + (index < kills % count ? 1 : 0) - 1,
    first: firstLives[index] ?? null,
  }));
  await Promise.all(
    lives.map(({ desktop, random, first }) =>
      liveAndDie(context, desktop, {
        random,
        kills: 1,
        planned: first === null ? [] : [{ life: 0, as: first }],
      }),
    ),
  );
  await beginChaos();
  await Promise.all(
    lives.map(({ desktop, random, kills: left, first }) =>
      liveAndDie(context, desktop, {
        random,
        kills: left,
        planned: plannedLater(first, left, desktop === lost(desktops, kills)),
      }),
    ),
  ).finally(() => ending.abort());
  await work;
}

/** Of long seasons: the folder that was copied is copied once more, and one computer is lost. */
function plannedLater(first: PlannedLife['as'] | null, lives: number, isLost: boolean): PlannedLife[] {
  if (isLost) return [{ life: lives - 1, as: 'lost' }];
  return first === 'copiedBeside' && lives > 4 ? [{ life: Math.floor(lives / 2), as: 'copiedAfter' }] : [];
}

/** The desktop that is lost in a long season; undefined in a short one. */
const lost = (desktops: readonly Desktop[], kills: number): Desktop | undefined =>
  kills > 20 && desktops.length > 2 ? desktops.at(-1) : undefined;

/** First those who are there; long after, as it seems, the computer that was lost comes back; then the copies. */
async function finishAll(
  { seed, kills, server }: Stage,
  context: LivesContext,
  desktops: readonly Desktop[],
): Promise<void> {
  const random = createRandom(seed);
  const away = lost(desktops, kills);
  if (away !== undefined) await seemLongGone(server, away.name);
  await finish(
    context,
    desktops.filter((desktop) => desktop !== away),
    random,
  );
  if (away !== undefined) await finish(context, [away], random);
  await finish(context, context.copies, random);
}

/** The store counts an app as gone when it was silent for ten minutes. */
async function seemLongGone(server: TeamServer, login: string): Promise<void> {
  const superuser = await server.rawAsSuperuser();
  await superuser
    .query(
      `UPDATE amc.starts SET seen_at = now() - interval '11 minutes' WHERE login = $1 AND ended_at IS NULL`,
      [login],
    )
    .finally(() => superuser.end());
}

async function allowSolo({ server, site }: Stage): Promise<void> {
  await site.sandbox.conduct({ secondInvitation: 'accepted' });
  const rule: TeamRule = { ...defaultTeamRule, soloSending: 'withReason' };
  const superuser = await server.rawAsSuperuser();
  await superuser
    .query(`INSERT INTO amc.rules (version, rule, author) VALUES (1, $1, 'anna')`, [JSON.stringify(rule)])
    .finally(() => superuser.end());
}

/** Once everybody reported everything, and Amazon's list shows all. */
async function readDoubles(desktops: readonly Desktop[]): Promise<Map<string, readonly TeamDouble[]>> {
  await wait(maxLagMs);
  const listed = new Map<string, readonly TeamDouble[]>();
  for (const desktop of desktops) listed.set(desktop.name, await doublesSeenBy(desktop));
  return listed;
}

/** What the first desktops do before anything else goes wrong, so that it comes to that in every season. */
const firstLives: readonly PlannedLife['as'][] = [
  'copiedBeside',
  'asleep as it claims',
  'asleep as it is confirmed',
];

/** Adds what is asked for whenever no running desktop has much left to do. */
async function keepBusy(waves: Waves, desktops: readonly Desktop[], ending: AbortSignal): Promise<void> {
  for (;;) {
    if (ending.aborted) return;
    const hasTime = desktops.filter(({ left }) => (left?.open ?? 0) < maxOpen).length;
    if (hasTime * 2 >= desktops.length && desktops.every(({ heard }) => heard >= waves.all.length - 5))
      waves.add();
    await wait(100);
  }
}

const maxOpen = 15;
