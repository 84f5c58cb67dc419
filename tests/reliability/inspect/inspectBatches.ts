import { isDeepStrictEqual } from 'node:util';
import { readRows } from '../../../main/batches/rows';
import { linksOf, reportOf } from '../../../main/batches/sending/sentRows';
import type { Database } from '../../../main/storage/database';
import { atOnce } from '../../../main/storage/stepwise';
import { rowIdOf } from '../asks';
import { colleaguesName } from '../colleague';
import type { Judgement, Truth } from './inspect';
import type { Person, SentBatch } from './ledger';

/**
 * Compares each batch with the journal and with the sandbox's truth: it exists once, each of its rows has one operation that
 * counts, and what is reported about its rows is what happened to their first invitations.
 */
export function judgeBatches(
  db: Database,
  batches: readonly SentBatch[],
  truthOf: (person: Person) => readonly Truth[],
): Judgement {
  const chains = chainsIn(db);
  const judgement: Judgement = { lost: [], doubled: [], untrue: [] };
  for (const batch of batches) judgeBatch(db, batch, truthOf, chains, judgement);
  return judgement;
}

function judgeBatch(
  db: Database,
  { ask: { name }, people }: SentBatch,
  truthOf: (person: Person) => readonly Truth[],
  chains: ReadonlyMap<string, readonly Chain[]>,
  { lost, doubled, untrue }: Judgement,
): void {
  const [batchId, ...others] = idsOf(db, name);
  if (batchId === undefined) {
    lost.push(`${name} is not there`);
    return;
  }
  if (others.length > 0) doubled.push(`${name} is there ${others.length + 1} times`);
  const drafted = draftedRows(db, batchId);
  const shown = new Map(readRows(db, batchId).map((row) => [row.rowId, row]));
  const runs = new Set<number>();
  let refused = 0;
  // A colleague's invitation isn't the result of a row.
  const oursOf = (person: Person): readonly Truth[] =>
    truthOf(person).filter(({ createdBy }) => createdBy !== colleaguesName);
  for (const person of people) {
    const row = `${name}: the row of ${person.emailAddress}`;
    const rowId = rowIdOf(person);
    const operationId = drafted.get(rowId);
    drafted.delete(rowId);
    if (operationId === undefined) lost.push(`${row} is not there`);
    if (operationId === null) lost.push(`${row} has no operation`);
    const own = chains.get(placeOf(person)) ?? [];
    const [chain] = own;
    const count = `${row} and its new roles have ${own.length} operations that count, not ${person.roles.length}`;
    if (own.length < person.roles.length) lost.push(count);
    if (own.length > person.roles.length) doubled.push(count);
    if (chain === undefined) continue;
    const { newest } = chain;
    runs.add(newest.runId);
    if (newest.status === 'failed' || newest.status === 'skipped') refused += 1;
    if (typeof operationId === 'number' && !chain.ids.includes(operationId)) {
      untrue.push(`${row} names operation ${operationId}, not ${newest.operationId}`);
    }
    const { operationId: shownId, status } = shown.get(rowId) ?? {};
    if (shownId !== newest.operationId || status !== newest.status) {
      untrue.push(
        `${row} is shown as ${status ?? 'not sent'}, operation ${newest.operationId} is ${newest.status}`,
      );
    }
    const invitationId = oursOf(person)[0]?.invitationId ?? null;
    if (newest.invitationId !== invitationId) {
      untrue.push(
        `${row} has the invitation ${newest.invitationId ?? 'none'}, not ${invitationId ?? 'none'}`,
      );
    }
  }
  for (const rowId of drafted.keys()) doubled.push(`${name} has a row ${rowId} that was never asked for`);
  untrue.push(
    ...falselyReported(
      db,
      { name, batchId },
      people.flatMap((person) => oursOf(person)[0] ?? []),
      people.length,
      { runs, refused },
    ),
  );
}

/** What the product wrongly says about the batch as a whole. */
function falselyReported(
  db: Database,
  { name, batchId }: { readonly name: string; readonly batchId: string },
  invitations: readonly Truth[],
  rows: number,
  { runs, refused }: { readonly runs: ReadonlySet<number>; readonly refused: number },
): string[] {
  const { counts, states, failures, runs: reported, endedAt } = atOnce(reportOf(db, batchId));
  const { rows: countedRows, warnings, invited, accepted, revoked, lapsed, gone, ...others } = counts;
  const done = invited + accepted + revoked + lapsed + gone;
  const says = (what: string, is: unknown, truth: unknown): string[] =>
    isDeepStrictEqual(is, truth)
      ? []
      : [`${name} reports ${what} ${JSON.stringify(is)}, not ${JSON.stringify(truth)}`];
  const inState = (state: string): number =>
    invitations.filter((each) => each.state.toLowerCase() === state).length;
  const pending = invitations.filter(({ state }) => state === 'PENDING');
  return [
    ...says('rows', countedRows, rows),
    ...says('done rows', done, invitations.length),
    ...says('rows that are not done', sum(Object.values(others)), rows - invitations.length),
    ...says('states', sum(states.map((each) => each.rows)), invitations.length),
    ...states.flatMap(({ state, rows: count }) => says(`rows ${state}`, count, inState(state))),
    ...says('failures', sum(failures.map((each) => each.rows)), refused),
    ...says(
      'runs',
      reported.map(({ runId }) => runId),
      [...runs].toSorted((one, other) => one - other),
    ),
    ...says('an end', endedAt !== null, true),
    ...says(
      'links',
      atOnce(linksOf(db, batchId))
        .map(({ invitationId }) => invitationId)
        .toSorted(),
      pending.map(({ invitationId }) => invitationId).toSorted(),
    ),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const idsOf = (db: Database, name: string): string[] =>
  (db.prepare('SELECT batch_id AS id FROM batches WHERE name = ?').all(name) as { id: string }[]).map(
    ({ id }) => id,
  );

/** The rows of a batch as they are stored, each with the operation that it names. */
function draftedRows(db: Database, batchId: string): Map<string, number | null> {
  const rows = db
    .prepare('SELECT row_id AS rowId, operation_id AS operationId FROM batch_rows WHERE batch_id = ?')
    .all(batchId) as { rowId: string; operationId: number | null }[];
  return new Map(rows.map(({ rowId, operationId }) => [rowId, operationId]));
}

interface Invite {
  readonly operationId: number;
  readonly replaces: number | null;
  readonly runId: number;
  readonly status: string;
  readonly invitationId: string | null;
  readonly accountId: string;
  readonly emailAddress: string;
}

/** An operation with everything that replaced it, one after another; the newest is the one that counts. */
interface Chain {
  readonly ids: readonly number[];
  readonly newest: Invite;
}

/** Every operation that invites, by person and account; the oldest chain first. */
function chainsIn(db: Database): Map<string, Chain[]> {
  const invites = db
    .prepare(
      `SELECT operation_id AS operationId, replaces, run_id AS runId,
         CASE WHEN status = 'failed' AND error ->> 'code' = 'ALREADY_INVITED' THEN 'skipped' ELSE status END AS status,
         invitation_id AS invitationId,
         account_id AS accountId, email_address AS emailAddress
       FROM operations WHERE kind = 'create' ORDER BY operation_id`,
    )
    .all() as unknown as Invite[];
  const next = new Map(invites.map((each) => [each.replaces, each]));
  const chains = new Map<string, Chain[]>();
  for (const first of invites.filter(({ replaces }) => replaces === null)) {
    const ids = [first.operationId];
    let newest = first;
    for (let later = next.get(first.operationId); later !== undefined; later = next.get(later.operationId)) {
      ids.push(later.operationId);
      newest = later;
    }
    const own = chains.get(placeOf(first)) ?? [];
    chains.set(placeOf(first), [...own, { ids, newest }]);
  }
  return chains;
}

const placeOf = ({ accountId, emailAddress }: Pick<Person, 'accountId' | 'emailAddress'>): string =>
  `${emailAddress} in ${accountId}`;
