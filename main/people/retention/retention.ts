import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Topic } from '../../../shared/bridge/channels';
import type { Database } from '../../storage/database';
import { overwriting } from '../../storage/overwriting';
import { atOnce, inTurns } from '../../storage/stepwise';
import { tellAll, type RecordedErasure } from '../erasing/erasing';
import { erasingText } from '../erasing/erasingText';
import { personFacts, type PersonFacts } from '../erasing/personFacts';
import { findRows, planFrom, type PlannedErasure } from '../erasing/planErasure';
import { viewsWithout, type StoredViews } from '../erasing/personViews';
import { rowAsOfNow, type ScannedRow } from '../erasing/scanTables';
import { writeErasure } from '../erasing/writeErasure';
import { keepUntil } from './keepUntil';
import { isStale, stalePeople, type KeepUntil } from './stalePeople';

export interface RetentionDeps {
  readonly db: Database;
  /** This computer's clock, ms since 1970. */
  readonly now: () => number;
  /**
   * What the clocks of Amazon's servers show at least, from their answers in this run of the app; ms since 1970. Empty before the
   * first answer.
   */
  readonly amazonsTimes: () => Promise<readonly number[]>;
  /** How many months after the last access the history is kept; 0: for ever. */
  readonly keepMonths: () => number;
  readonly changed: (topic: Topic) => void;
  /** Appends to the activity record. Called inside the transaction that erases. */
  readonly record: (erasure: RecordedErasure) => void;
  readonly savedViews: StoredViews;
}

/** Erasing those whose last access ended long ago. */
export interface Retention {
  /**
   * Erases everybody whose time is up, unless that was done within a day or is under way. Resolves with how many; 0 too if this
   * computer's clock can't be trusted. Rejects with an error of SQLite.
   */
  eraseDue(): Promise<number>;
  /** Lets nothing more be erased, because the app quits. */
  stop(): void;
  /** Whether anybody was erased since the app started: then the file still has remains; see `rewriteFile`. */
  hasErased(): boolean;
}

/** How often it is looked for people whose time is up, in ms. */
const dayMs = 86_400_000;

/** How many people are looked for in one go through everything stored. */
const peopleAtOnce = 20;

export function createRetention(deps: RetentionDeps): Retention {
  const { now } = deps;
  const run: Run = { isStopped: false, erased: 0 };
  let lookedAt: number | null = null;
  let isRunning = false;

  async function eraseDue(): Promise<number> {
    const until = keepUntil(now(), await deps.amazonsTimes(), deps.keepMonths());
    if (until === null) return 0;
    lookedAt = now();
    const before = run.erased;
    try {
      await eraseStale(deps, until, run);
    } finally {
      if (run.erased > before) tellAll(deps);
    }
    return run.erased - before;
  }

  return {
    async eraseDue() {
      if (isRunning || run.isStopped) return 0;
      if (lookedAt !== null && Math.abs(now() - lookedAt) < dayMs) return 0;
      isRunning = true;
      try {
        return await eraseDue();
      } finally {
        isRunning = false;
      }
    },
    stop() {
      run.isStopped = true;
    },
    hasErased: () => run.erased > 0,
  };
}

interface Run {
  isStopped: boolean;
  /** How many people, since the app started. */
  erased: number;
}

/** How often it begins again because something was written in between; the rest waits for the next day. */
const attempts = 5;

/** Everybody in short transactions, and one entry in the record at the end. */
async function eraseStale(deps: RetentionDeps, until: KeepUntil, run: Run): Promise<void> {
  const numbers: number[] = [];
  const erased = (number: number): void => {
    numbers.push(number);
    run.erased += 1;
  };
  try {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if (await eraseUndisturbed(deps, { until, run, erased })) return;
    }
  } finally {
    if (numbers.length > 0 && !run.isStopped) recordRun(deps, numbers);
  }
}

interface Erasing {
  readonly until: KeepUntil;
  readonly run: Run;
  readonly erased: (number: number) => void;
}

/** @returns false if something was written in which somebody may be named who isn't erased yet */
async function eraseUndisturbed(deps: RetentionDeps, { until, run, erased }: Erasing): Promise<boolean> {
  const { db } = deps;
  const stamp = stampOf(db);
  const { people, actors } = await inTurns(stalePeople(db, until));
  for (let from = 0; from < people.length; from += peopleAtOnce) {
    const group = people.slice(from, from + peopleAtOnce);
    const rows = await inTurns(findRows(db, group));
    for (const [index, facts] of group.entries()) {
      await nextTurn();
      if (run.isStopped) return true;
      if (stampOf(db) !== stamp) return false;
      const planned = eraseOne(deps, { facts, rows: rows[index] ?? [], actors }, until);
      if (planned === null) continue;
      const { views, changed } = viewsWithout(deps.savedViews.read(), facts, planned.number);
      if (changed > 0) deps.savedViews.write(views);
      erased(planned.number);
    }
  }
  return true;
}

interface FoundPerson {
  readonly facts: PersonFacts;
  readonly rows: readonly ScannedRow[];
  /** See `readActors`. */
  readonly actors: ReadonlyMap<string, number>;
}

/** @returns null if the person isn't the same, or due, anymore: lists may have been read meanwhile */
function eraseOne(
  { db, now }: RetentionDeps,
  { facts, rows, actors }: FoundPerson,
  until: KeepUntil,
): PlannedErasure | null {
  const subject = { emailAddresses: [...facts.addresses], members: [...facts.users] };
  return overwriting(db, () => {
    if (!isDeepStrictEqual(personFacts(db, subject, actors.keys()), facts)) return null;
    if (!isStale(db, facts, actors, until)) return null;
    // Somebody else of the group may have been erased from the same row. What the organization's directory says isn't history: the
    // next file replaces it.
    const rowsNow = rows
      .filter(({ table }) => !table.startsWith('directory_'))
      .flatMap((row) => rowAsOfNow(db, row) ?? []);
    const planned = atOnce(planFrom(db, facts, rowsNow));
    writeErasure(db, planned, { reason: 'age', at: now() });
    return planned;
  });
}

function recordRun({ db, now, record }: RetentionDeps, numbers: readonly number[]): void {
  overwriting(db, () => {
    record({
      at: now(),
      emailAddress: '',
      userName: erasingText.people(numbers.length),
      actor: erasingText.automatically,
      detail: erasingText.pseudonyms(numbers),
    });
  });
}

/** Changes with everything that is written in which somebody could be named; readings of lists don't count. */
const stampOf = (db: Database): string =>
  (
    db
      .prepare(
        `SELECT json_array((SELECT max(activity_id) FROM activity), (SELECT max(operation_id) FROM operations),
           (SELECT max(call_id) FROM staged_calls), (SELECT max(decision) FROM identity_decisions),
           (SELECT json_array(count(*), max(changed_at), sum(revision)) FROM batches),
           (SELECT count(*) FROM leavers), (SELECT max(used_at) FROM import_mappings),
           (SELECT max(number) FROM received_files), (SELECT max(entry) FROM colleague_keys)) AS stamp`,
      )
      .get() as { readonly stamp: string }
  ).stamp;
