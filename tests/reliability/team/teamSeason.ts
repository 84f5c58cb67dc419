import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom } from '../../../main/sandbox/state/random';
import { startPostgres } from '../../support/postgres/server';
import { startTeamServer, type TeamServer } from '../../support/team/teamServer';
import { createDoublings } from '../amazon/doublings';
import { withOtherIdentifiers } from '../amazon/refusals';
import { prepareSite, type Site } from '../amazon/site';
import { addDesktop, type Desktop, type DesktopDeps } from './desktop';
import { createRemovals } from './asleep';
import { createChaos } from './chaos';
import { inspectTeam, type TeamFound } from './inspectTeam';
import { createLaggingList, type Lag } from './laggingList';
import { finish, liveAndDie, type LivesContext, type PlannedLife } from './lives';
import type { TeamMoment } from './teamMoments';
import { createWaves, type Waves } from './waves';

/** Who sends, each with a login of their own. */
const logins = ['ben', 'mia', 'leo', 'zoe', 'kim', 'ida', 'max', 'eva', 'tom', 'amy'];

/** The most desktops a team has here. */
export const maxDesktops = logins.length;

/** For how long Amazon's list doesn't show what was done, in two of three seasons. */
const lag: Lag = { ownMs: 400, othersMs: 4000 };

export interface TeamSeasonResult extends TeamFound {
  readonly kills: readonly TeamMoment[];
  /** How often the store was stopped, and connections to it were cut. */
  readonly outages: number;
  readonly cuts: number;
  readonly copies: number;
}

/**
 * One sandbox, one store, several desktops that are asked for the same changes at about the same time. Their processes are killed,
 * their connections cut, the store is stopped, and one folder is copied; then all may finish, and the sandbox's truth is compared
 * with what each desktop and the store say.
 */
export async function runTeamSeason(
  seed: number,
  { desktops: count, kills }: { readonly desktops: number; readonly kills: number },
): Promise<TeamSeasonResult> {
  const server = await startTeamServer(startPostgres);
  try {
    const site = await prepareSite(seed);
    try {
      return await season(seed, { count, kills, server, site });
    } finally {
      await site.remove();
    }
  } finally {
    await server.remove();
  }
}

interface Stage {
  readonly count: number;
  readonly kills: number;
  readonly server: TeamServer;
  readonly site: Site;
}

async function season(seed: number, { count, kills, server, site }: Stage): Promise<TeamSeasonResult> {
  const random = createRandom(seed);
  const doublings = createDoublings(site.sandbox, new Set());
  const list = createLaggingList(site.sandbox, seed % 3 === 0 ? { ownMs: 0, othersMs: 0 } : lag);
  const chaos = createChaos(seed, { site, server, maxAwayMs: 1500 });
  const rewording = createRandom(seed + 3);
  const removals = createRemovals();
  const around: DesktopDeps = {
    ...{ site, port: server.port, folder: dirname(site.file), teamId: await server.teamId() },
    otherwise: chaos.otherwise,
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
  const desktops: Desktop[] = [];
  const waves = createWaves(createRandom(seed + 4), site.accountIds, site.members);
  const context: LivesContext = {
    around,
    waves,
    removals,
    killed: [],
    unfinished: [],
    copies: [],
    copiesAtWork: [],
    sleepers: [],
  };
  try {
    for (const login of logins.slice(0, count)) {
      await server.addMember(login);
      desktops.push(await addDesktop(around, login));
    }
    const ending = new AbortController();
    const work = keepBusy(waves, desktops, ending.signal);
    const lives = desktops.map((desktop, index) => ({
      desktop,
      random: createRandom(seed + 10 + index),
      kills: Math.floor(kills / count) + (index < kills % count ? 1 : 0),
      first: firstLives[index] ?? null,
    }));
    await Promise.all(
      lives.map(({ desktop, random: own, first }) =>
        liveAndDie(context, desktop, { random: own, kills: 1, planned: first === null ? [] : [first] }),
      ),
    );
    await chaos.begin();
    await Promise.all(
      lives.map(({ desktop, random: own, kills: all, first }) =>
        liveAndDie(context, desktop, {
          ...{ random: own, kills: all - 1 },
          planned:
            first?.as === 'copiedBeside' && all > 5 ? [{ life: Math.floor(all / 2), as: 'copiedAfter' }] : [],
        }),
      ),
    ).finally(() => ending.abort());
    await work;
    const { outages, cuts } = await chaos.end();
    await Promise.all(context.copiesAtWork);
    await finish(context, desktops, random);
    await finish(context, context.copies, random);
    return {
      ...(await inspectTeam({
        site,
        server,
        desktops,
        copies: context.copies,
        doubledCalls: doublings.found,
      })),
      ...{ kills: context.killed, outages, cuts, copies: context.copies.length },
      ...{ unfinished: context.unfinished },
    };
  } finally {
    for (const desktop of [...desktops, ...context.copies]) await desktop.close();
  }
}

/** What the first desktops do before anything else goes wrong, so that it comes to that in every season. */
const firstLives: readonly PlannedLife[] = [
  { life: 0, as: 'copiedBeside' },
  { life: 0, as: 'asleep as it claims' },
  { life: 0, as: 'asleep as it is confirmed' },
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
