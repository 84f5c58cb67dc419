import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom, type Random } from '../../../main/sandbox/state/random';
import { startPostgres } from '../../support/postgres/server';
import { startTeamServer, type TeamServer } from '../../support/team/teamServer';
import { createDoublings } from '../amazon/doublings';
import type { Fate, PassingCall } from '../amazon/gateway';
import { withOtherIdentifiers } from '../amazon/refusals';
import { prepareSite, type Site } from '../amazon/site';
import { createLine, misbehave } from '../season';
import { addDesktop, waits, type Desktop, type DesktopDeps } from './desktop';
import { inspectTeam, type TeamFound } from './inspectTeam';
import { createLaggingList, type Lag } from './laggingList';
import { finish, liveAndDie, type LivesContext, type PlannedCopy } from './lives';
import type { StatementFate } from './storeProxy';
import type { StatementName } from './storeWire';
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
  const cutter = createCutter(createRandom(seed + 6));
  const rewording = createRandom(seed + 3);
  const around: DesktopDeps = {
    ...{ site, port: server.port, folder: dirname(site.file), teamId: await server.teamId() },
    otherwise: { line: slowAtTimes(createRandom(seed + 1)), store: cutter.fate },
    besideOf: (login) => ({
      forwarding(call) {
        const through = doublings.forwarding(call);
        return () => {
          through();
          list.done(call, login);
        };
      },
      meanwhile: () => Promise.resolve(),
      reworded: (body, call) =>
        call.kind === 'read' ? list.shown(call, login, body) : withOtherIdentifiers(rewording, body),
    }),
  };
  const desktops: Desktop[] = [];
  const waves = createWaves(createRandom(seed + 4), site.accountIds, site.members);
  const context: LivesContext = { around, waves, killed: [], unfinished: [], copies: [] };
  try {
    for (const login of logins.slice(0, count)) {
      await server.addMember(login);
      desktops.push(await addDesktop(around, login));
    }
    await misbehave(site, seed, false);
    const ending = new AbortController();
    const work = keepBusy(waves, desktops, ending.signal);
    const outages = stopAndStart(createRandom(seed + 5), server, ending.signal);
    await Promise.all(
      desktops.map((desktop, index) => {
        const own = Math.floor(kills / count) + (index < kills % count ? 1 : 0);
        const how = {
          random: createRandom(seed + 10 + index),
          kills: own,
          copies: index === 0 ? copiesIn(own) : [],
        };
        return liveAndDie(context, desktop, how);
      }),
    ).finally(() => ending.abort());
    await work;
    const stops = await outages;
    cutter.stop();
    await site.sandbox.behave();
    await misbehave(site, seed, false);
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
      ...{ kills: context.killed, outages: stops, cuts: cutter.count(), copies: context.copies.length },
      ...{ unfinished: context.unfinished },
    };
  } finally {
    for (const desktop of [...desktops, ...context.copies]) await desktop.close();
  }
}

/** The line, on which a list sometimes takes longer than a turn lasts: colleagues send meanwhile. */
function slowAtTimes(random: Random): (call: PassingCall) => Fate {
  const line = createLine(random);
  return (call) => {
    if (call.kind === 'read' && random.between(1, 30) === 1)
      return { as: 'pass', afterMs: 1.2 * waits.turnMs };
    return line(call);
  };
}

/** Once beside the original, and once after it was killed. */
const copiesIn = (lives: number): readonly PlannedCopy[] => [
  { life: Math.floor(lives / 3), isBeside: true },
  ...(lives > 5 ? [{ life: Math.floor((2 * lives) / 3), isBeside: false }] : []),
];

/** Adds what is asked for whenever no running desktop has much left to do. */
async function keepBusy(waves: Waves, desktops: readonly Desktop[], ending: AbortSignal): Promise<void> {
  for (;;) {
    if (ending.aborted) return;
    const hasTime = desktops.filter(({ left }) => (left?.open ?? 0) < maxOpen).length;
    if (
      hasTime * 2 >= desktops.length &&
      desktops.every(({ requests }) => requests.length >= waves.all.length - 5)
    )
      waves.add();
    await wait(100);
  }
}

const maxOpen = 15;

/** The store ends as by a power failure, and comes back. @returns how often */
async function stopAndStart(random: Random, server: TeamServer, ending: AbortSignal): Promise<number> {
  for (let times = 0; ; times += 1) {
    const until = performance.now() + random.between(4000, 9000);
    while (performance.now() < until) {
      if (ending.aborted) return times;
      await wait(100);
    }
    await server.stop('immediate');
    await wait(random.between(100, 1500));
    await server.start();
  }
}

interface Cutter {
  readonly fate: (statement: StatementName) => StatementFate;
  readonly count: () => number;
  /** No more of it. */
  readonly stop: () => void;
}

/** Cuts one connection in thirty statements: before the store hears of it, after it is carried out, or while it is on its way. */
function createCutter(random: Random): Cutter {
  let [cuts, isOver] = [0, false];
  return {
    fate(statement) {
      const draw = random.between(1, statement === 'beat' || statement === 'changes' ? 200 : 25);
      if (isOver || draw > 3) return { as: 'pass' };
      cuts += 1;
      if (draw === 1) return { as: 'cutBefore' };
      return draw === 2 ? { as: 'cutAfter' } : { as: 'cutLate', afterMs: random.between(0, 400) };
    },
    count: () => cuts,
    stop: () => {
      isOver = true;
    },
  };
}
