import type { FoundPerson, FoundRun } from '../../../shared/domain/person/knownPerson';
import { runTitle } from '../../../shared/domain/outbox/runTitle';
import { matchesSearch } from '../../../shared/text/searchText';
import type { Database } from '../../storage/database';
import { likePattern } from '../../storage/likePattern';

/** How many of the latest operations are looked through, and how many at once. */
const maxOperations = 100_000;
const operationsAStep = 5000;

/** People of whom changes were asked and in whose name or address all words of a search stand; the latest first, in steps. */
export function* changedPeople(db: Database, search: string): Generator<FoundPerson | null, void, void> {
  const words = search.trim().split(/\s+/);
  const like = words.map((_, index) => `people LIKE ?${String(index + 3)} ESCAPE '\\'`).join(' AND ');
  const people = db.prepare(
    `SELECT emailAddress, userName FROM (
       SELECT operation_id, email_address AS emailAddress, user_name AS userName,
         user_name || char(10) || email_address AS people
       FROM operations WHERE operation_id BETWEEN ?1 AND ?2)
     WHERE emailAddress <> '' AND ${like} ORDER BY operation_id DESC LIMIT 50`,
  );
  const { newest } = db.prepare('SELECT coalesce(max(operation_id), 0) AS newest FROM operations').get() as {
    readonly newest: number;
  };
  for (let last = newest; last > Math.max(0, newest - maxOperations); last -= operationsAStep) {
    yield* people.all(
      last - operationsAStep + 1,
      last,
      ...words.map(likePattern),
    ) as unknown as FoundPerson[];
    yield null;
  }
}

/** How many of the latest runs are looked through. */
const maxRuns = 500;

/** Runs by their number, or by words of their title or batch, the latest first. */
export function findRuns(db: Database, search: string, limit: number): FoundRun[] {
  const number = Number(/^(?:run\s*)?#?(\d{1,15})$/i.exec(search.trim())?.[1] ?? 0);
  const runs = db
    .prepare(
      `SELECT run_id AS runId, kind, created_at AS createdAt, (
           SELECT batch_name FROM operation_origins WHERE kind = 'create' AND operation_id = (
             SELECT operation_id FROM operations WHERE operations.run_id = runs.run_id LIMIT 1)) AS batchName
       FROM runs WHERE run_id = :number OR run_id IN (SELECT run_id FROM runs ORDER BY run_id DESC LIMIT :limit)
       ORDER BY run_id DESC`,
    )
    .all({ number, limit: maxRuns }) as unknown as Pick<
    FoundRun,
    'runId' | 'kind' | 'createdAt' | 'batchName'
  >[];
  const found: FoundRun[] = [];
  for (const run of runs) {
    if (found.length === limit) break;
    const outlined = { ...run, ...outlineOf(db, run.runId) };
    const text = [`Run ${String(run.runId)}`, runTitle(outlined), run.batchName ?? ''].join('\n');
    if (run.runId === number || matchesSearch(text, search)) found.push(outlined);
  }
  return found;
}

/** How much a run asks for, and where. */
function outlineOf(db: Database, runId: number): Pick<FoundRun, 'total' | 'accounts' | 'accountName'> {
  const { total, accounts, accountName } = db
    .prepare(
      `SELECT sum(count) AS total, count(*) AS accounts, min(name) AS accountName FROM (
         SELECT realm, account_id, count(*) AS count FROM operations
         WHERE run_id = ? AND replaces IS NULL GROUP BY realm, account_id)
       JOIN accounts USING (realm, account_id)`,
    )
    .get(runId) as {
    readonly total: number | null;
    readonly accounts: number;
    readonly accountName: string | null;
  };
  return { total: total ?? 0, accounts, accountName: accounts === 1 ? accountName : null };
}
