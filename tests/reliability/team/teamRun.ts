import { nothingLeftOpen } from '../inspect/leftOpen';
import { teamMoments } from './teamMoments';
import { runTeamSeason, type TeamSeasonResult } from './teamSeason';

/** How many kills one store and one sandbox get; more would make their lists so long that reading takes all the time. */
const killsASeason = 50;

/** Each of this many seasons in a row ends with one in which the team's rules allow to send without the store. */
const soloEvery = 3;

export interface TeamOptions {
  readonly desktops: number;
  readonly kills: number;
  readonly seed: number;
}

const kinds = ['lost', 'doubled', 'untrue', 'unfinished'] as const;

/** Runs the seasons of several desktops and prints what they found. @returns whether nothing went wrong */
export async function runTeam(
  { desktops, kills, seed }: TeamOptions,
  before: ReadonlyMap<string, number>,
): Promise<boolean> {
  const results: TeamSeasonResult[] = [];
  for (let left = kills; left > 0; left -= killsASeason) {
    const startedAt = performance.now();
    const size = {
      ...{ desktops, kills: Math.min(left, killsASeason) },
      allowsSolo: results.length % soloEvery === soloEvery - 1,
    };
    const result = await runTeamSeason(seed + results.length * 1000, size);
    await nothingLeftOpen(before);
    results.push(result);
    print(result, results.length, (performance.now() - startedAt) / 1000);
  }
  const killed = results.flatMap((result) => result.kills);
  console.log('\nkilled');
  for (const moment of teamMoments) {
    const count = killed.filter((each) => each === moment).length;
    console.log(`  ${moment.padEnd(32)}${String(count).padStart(5)}`);
  }
  const totals = kinds.map((kind) => results.reduce((sum, result) => sum + result[kind].length, 0));
  const text = kinds.map((kind, index) => `${kind} ${String(totals[index])}`).join(' · ');
  console.log(
    `\ndesktops ${String(desktops)} · kills ${String(killed.length)} · ${text} · seed ${String(seed)}`,
  );
  return totals.every((total) => total === 0);
}

function print(result: TeamSeasonResult, number: number, seconds: number): void {
  const {
    kills,
    people,
    members,
    operations,
    doubts,
    sentAgain,
    colleagues,
    barred,
    repeated,
    outages,
    cuts,
    copies,
    settled,
    solo,
    listed,
  } = result;
  console.log(
    `season ${String(number)}: ${String(kills.length)} kills, ${String(cuts)} cuts, ${String(outages)} outages of the store, ` +
      `${String(copies)} copies, ${String(people)} people, ${String(members)} members, ${String(operations)} operations, ` +
      `${String(doubts)} in doubt for a time, ${String(sentAgain)} sent again, ${String(colleagues)} left to colleagues (${String(barred)} by the store alone), ` +
      `${String(repeated)} repeated by a person, ${String(settled)} settled for a colleague, ` +
      `${String(solo)} changed without the store, ${String(listed)} doubles listed (${seconds.toFixed(1)} s)`,
  );
  for (const kind of kinds) for (const line of result[kind].slice(0, 20)) console.log(`  ${kind}: ${line}`);
}
