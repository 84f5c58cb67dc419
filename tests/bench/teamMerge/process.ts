import { setTimeout as wait } from 'node:timers/promises';
import { createTeam, type Team } from '../../../main/team/team';
import { closeDatabase, openDatabase, type Database } from '../../../main/storage/database';
import { newRecordId } from '../../../main/storage/recordId';
import { transaction } from '../../../main/storage/transaction';
import { writeTeam } from '../../../main/team/membership/joinedTeam';
import type { StoreAddress } from '../../../shared/domain/team/storeAddress';
import { watchLoop, type LoopBlocks } from '../loopBlocks';

/** The process's input when it starts. */
export interface Task {
  /** Database files to make. */
  readonly file: string;
  readonly bareFile: string;
  readonly teamId: string;
  readonly address: StoreAddress;
  readonly password: string;
}

/** The process's one answer when it is done. */
export interface Outcome extends LoopBlocks {
  readonly merged: number;
  readonly ms: number;
  /** The same rows in a bare loop: one prepared statement in one transaction. */
  readonly bareMs: number;
  /** How often it could say how far it is, and of how many. */
  readonly progress: number;
}

const task = JSON.parse(process.argv[2] ?? '') as Task;
process.send?.(await carryOut(task), () => process.exit(0));

async function carryOut({ file, bareFile, ...of }: Task): Promise<Outcome> {
  const db = openDatabase(file);
  let progress = 0;
  const team = teamOver(db, of, () => {
    if (team.facts.progress().merging !== null) progress += 1;
  });
  const loop = watchLoop();
  const startedAt = performance.now();
  await team.link.beat();
  while (team.facts.progress().learnedAt === null) await wait(5);
  const ms = performance.now() - startedAt;
  const blocks = loop.stop();
  await team.link.close();
  const rows = db.prepare('SELECT * FROM team_facts ORDER BY number').all() as Row[];
  closeDatabase(db);
  return { ...blocks, merged: rows.length, ms, progress, bareMs: bareLoop(bareFile, rows) };
}

function teamOver(
  db: Database,
  { teamId, address, password }: Omit<Task, 'file' | 'bareFile'>,
  changed: () => void,
): Team {
  writeTeam(db, { teamId, name: 'Northwind', installationId: newRecordId(Date.now()), address }, 1);
  return createTeam({
    ...{ db, programVersion: '0.0.0', now: Date.now, monotonic: () => performance.now() },
    secrets: { get: () => Promise.resolve(password) },
    changed,
    ready: () => undefined,
  });
}

type Row = Record<string, string | number | null>;

/** Into the product's own table, with its indexes and triggers. @returns how long it took, in ms */
function bareLoop(file: string, rows: readonly Row[]): number {
  const db = openDatabase(file);
  const columns = Object.keys(rows[0] ?? {});
  const insert = db.prepare(
    `INSERT INTO team_facts (${columns.join(', ')}) VALUES (${columns.map((name) => `:${name}`).join(', ')})`,
  );
  const startedAt = performance.now();
  transaction(db, () => {
    for (const row of rows) insert.run(row);
  });
  const ms = performance.now() - startedAt;
  closeDatabase(db);
  return ms;
}
