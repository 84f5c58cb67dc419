import { z } from 'zod';
import type { Database } from '../../storage/database';
import { inTurns, type Stepwise } from '../../storage/stepwise';
import { relaxedTransaction } from '../../storage/transaction';
import type { OpenTeam } from '../link/linkState';
import { readFact, writeFacts, type ColleagueFact } from './colleagueFact';
import { fromTheStart, readPulled, writePulled, type Pulled } from './exchangeState';
import { countNewsSql, pullSql, standSql } from './factsSql';
import type { SharedKind } from './kinds/sharedKind';

/** Facts of one page. */
const pageSize = 500;

/**
 * How young a fact may be for an older one to appear still, in microseconds: a statement that adds facts is seen by nobody until
 * it is over, and statements end within seconds. Younger ones are asked for again.
 */
const overlap = 60_000_000n;

const highestId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export interface Pulling {
  readonly db: Database;
  readonly team: OpenTeam;
  readonly kinds: readonly SharedKind[];
  readonly programVersion: string;
  readonly now: () => number;
  /** Asked before anything local is touched after waiting. */
  readonly isStopped: () => boolean;
  /** A page was kept. @param learned facts since the pull began; `about`: of how many, once that is known to be more than a page */
  readonly learned: (
    progress: { readonly learned: number; readonly about: number | null },
    isNew: boolean,
  ) => void;
}

/**
 * Takes up what colleagues shared since the last time, page by page. What this folder shared itself is left out, and nothing of
 * it is changed. With other accounts to see, or a newer program after facts it couldn't read, everything is read again.
 * @throws CodedError as `TeamStore.query`
 */
export async function pullFacts(pulling: Pulling): Promise<void> {
  const { db, team, kinds, programVersion, now, isStopped } = pulling;
  const { now: storeTime, visible } = stand.parse((await team.store.query(standSql))[0]);
  if (isStopped()) return;
  const settledBefore = BigInt(storeTime) - overlap;
  let pulled = beginning(readPulled(db), visible, programVersion);
  let place: Place = pulled;
  let learned = 0;
  let about: number | null = null;
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  let reading = readFrom(team, pulled);
  for (;;) {
    const rows = await reading;
    const next = lastPlace(rows);
    const isLast = rows.length < pageSize;
    if (!isLast && about === null) about = await countNews(team, from(team, place));
    if (isStopped()) return;
    if (!isLast && next !== null) reading = readFrom(team, next);
    const page = await inTurns(readPage(rows, byName, settledBefore));
    if (isStopped()) return;
    pulled = {
      ...pulled,
      ...(page.settled ?? {}),
      ...(isLast ? endOf(pulled, page.settled, settledBefore) : {}),
      unreadable: pulled.unreadable + page.unreadable,
      finishedAt: isLast ? now() : pulled.finishedAt,
    };
    const isNew = relaxedTransaction(db, () => {
      writePulled(db, pulled);
      return writeFacts(db, page.facts, now());
    });
    learned += rows.length;
    pulling.learned({ learned, about }, isNew);
    if (isLast || next === null) return;
    place = next;
  }
}

const from = ({ installationId }: OpenTeam, { recorded, factId }: Place): string[] => [
  recorded,
  factId,
  installationId,
];

/** Asks for the next page. The store looks for it while the one before is kept here. */
function readFrom(team: OpenTeam, after: Place): Promise<unknown[]> {
  const reading = team.store.query(pullSql, [...from(team, after), pageSize]);
  // It may be that nobody waits for it anymore.
  reading.catch(() => undefined);
  return reading;
}

function lastPlace(rows: readonly unknown[]): Place | null {
  const found = rows.findLast((row) => place.safeParse(row).success);
  return found === undefined ? null : place.parse(found);
}

type Place = Pick<Pulled, 'recorded' | 'factId'>;

const stand = z.object({ now: z.string().regex(/^\d{1,18}$/), visible: z.string().max(64) });
const place = z.object({ recorded: z.string().regex(/^\d{1,18}$/), factId: z.uuid() });

function beginning(before: Pulled | null, visible: string, programVersion: string): Pulled {
  const mayReadMore = before !== null && before.unreadable > 0 && before.programVersion !== programVersion;
  if (before?.visible !== visible || mayReadMore) {
    return { ...fromTheStart(visible, programVersion), finishedAt: before?.finishedAt ?? null };
  }
  return { ...before, programVersion };
}

interface Page {
  readonly facts: readonly ColleagueFact[];
  /** Of the settled ones: how many this program can't read. */
  readonly unreadable: number;
  /** The last one before which nothing can appear anymore. */
  readonly settled: Place | null;
}

/** Checks the rows one by one. */
function* readPage(
  rows: readonly unknown[],
  kinds: ReadonlyMap<string, SharedKind>,
  settledBefore: bigint,
): Stepwise<Page> {
  const facts: ColleagueFact[] = [];
  let unreadable = 0;
  let settled: Place | null = null;
  for (const row of rows) {
    const read = place.safeParse(row);
    const isSettled = read.success && BigInt(read.data.recorded) <= settledBefore;
    if (isSettled) settled = read.data;
    const fact = readFact(row, kinds);
    if (fact !== null) facts.push(fact);
    else if (isSettled) unreadable += 1;
    yield;
  }
  return { facts, unreadable, settled };
}

/** Everything was seen: what the others, and this folder itself, shared before that time isn't looked at again. */
function endOf(before: Place, settled: Place | null, settledBefore: bigint): Place {
  const furthest = settled ?? before;
  return BigInt(furthest.recorded) >= settledBefore
    ? { recorded: furthest.recorded, factId: furthest.factId }
    : { recorded: String(settledBefore), factId: highestId };
}

/** About how many there are to read; null if counting takes too long. */
async function countNews({ store }: OpenTeam, from: readonly string[]): Promise<number | null> {
  const rows = await store.query<{ readonly count: number }>(countNewsSql, from).catch(() => []);
  return rows[0]?.count ?? null;
}
