import { setTimeout as wait } from 'node:timers/promises';
import { createRandom, type Random } from '../../../main/sandbox/state/random';
import type { TeamServer } from '../../support/team/teamServer';
import type { Fate, PassingCall } from '../amazon/gateway';
import type { Site } from '../amazon/site';
import { createLine, misbehave } from '../season';
import { waits } from './desktop';
import type { StatementFate } from './storeProxy';
import type { StatementName } from './storeWire';
import type { Otherwise } from './teamExecutioner';

/** What goes wrong in a season besides the kills: at the sandbox, on the lines, and with the store. Nothing until it begins. */
export interface Chaos {
  readonly otherwise: Otherwise;
  begin(): Promise<void>;
  /** Only the sandbox goes on misbehaving. @returns how often the store was stopped, and connections to it were cut */
  end(): Promise<{ readonly outages: number; readonly cuts: number }>;
}

/** @param maxAwayMs for how long the store stays away at most */
export function createChaos(
  seed: number,
  {
    site,
    server,
    maxAwayMs,
  }: { readonly site: Site; readonly server: TeamServer; readonly maxAwayMs: number },
): Chaos {
  const line = slowAtTimes(createRandom(seed + 1));
  const cutter = createCutter(createRandom(seed + 6));
  const ending = new AbortController();
  let outages = Promise.resolve(0);
  let [hasBegun, isOver] = [false, false];
  return {
    otherwise: {
      line: (call) => (hasBegun ? line(call) : { as: 'pass', afterMs: 0 }),
      store: (statement) => (hasBegun && !isOver ? cutter.fate(statement) : { as: 'pass' }),
    },
    async begin() {
      await misbehave(site, seed, false);
      hasBegun = true;
      outages = stopAndStart(createRandom(seed + 5), { server, maxAwayMs, ending: ending.signal });
    },
    async end() {
      ending.abort();
      const times = await outages;
      isOver = true;
      await site.sandbox.behave();
      await misbehave(site, seed, false);
      return { outages: times, cuts: cutter.count() };
    },
  };
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

/** The store ends as by a power failure, and comes back. @returns how often */
async function stopAndStart(
  random: Random,
  {
    server,
    maxAwayMs,
    ending,
  }: { readonly server: TeamServer; readonly maxAwayMs: number; readonly ending: AbortSignal },
): Promise<number> {
  for (let times = 0; ; times += 1) {
    const until = performance.now() + random.between(4000, 9000);
    while (performance.now() < until) {
      if (ending.aborted) return times;
      await wait(100);
    }
    await server.stop('immediate');
    await wait(random.between(100, maxAwayMs));
    await server.start();
  }
}

interface Cutter {
  readonly fate: (statement: StatementName) => StatementFate;
  readonly count: () => number;
}

/** Cuts one connection in thirty statements: before the store hears of it, after it is carried out, or while it is on its way. */
function createCutter(random: Random): Cutter {
  let cuts = 0;
  return {
    fate(statement) {
      const draw = random.between(1, statement === 'beat' || statement === 'changes' ? 200 : 25);
      if (draw > 3) return { as: 'pass' };
      cuts += 1;
      if (draw === 1) return { as: 'cutBefore' };
      return draw === 2 ? { as: 'cutAfter' } : { as: 'cutLate', afterMs: random.between(0, 400) };
    },
    count: () => cuts,
  };
}
