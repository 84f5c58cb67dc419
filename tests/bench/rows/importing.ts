import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import papaparse from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { listAccounts } from '../../../main/access/accounts';
import { defaultSettings } from '../../../shared/domain/settings';
import { createImports } from '../../../main/batches/import/imports';
import { readTable } from '../../../main/batches/tables/readTable';
import { tableAnswer, type Table } from '../../../main/batches/tables/request';
import { createTableCollector, piecesOf } from '../../../main/batches/tables/tablePieces';
import { writeTable } from '../../../main/batches/tables/writeTable';
import { closeDatabase, openDatabase } from '../../../main/storage/database';
import { addAccount, addConnection } from '../../support/fixtures/store';
import { watchLoop } from '../loopBlocks';
import type { Measurement } from '../results/results';
import { batchesOver } from '../services';

const runs = 5;
const people = 10_000;
const accounts = 80;
const what = '10,000 rows over 80 accounts';

/** A file becomes a checked batch: read, reviewed, added and checked, compared to its parsing library alone. */
export async function importing(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'amc-bench-import-'));
  try {
    const csv = join(folder, 'people.csv');
    const xlsx = join(folder, 'people.xlsx');
    const rows = [
      ['Account', 'E-mail', 'Name', 'Role', 'Note'],
      ...Array.from({ length: people }, (_, at) => person(at)),
    ];
    await writeTable({ file: csv, format: 'csv', rows });
    await writeTable({ file: xlsx, format: 'xlsx', rows });
    const parse = { delimiter: ',' };
    const ofCsv = await measured(csv, () =>
      Promise.resolve(papaparse.parse(readFileSync(csv, 'utf8'), parse)),
    );
    const ofXlsx = await measured(xlsx, () => readXlsxFile(readFileSync(xlsx)));
    return [...rowsOf('CSV', 'Papa Parse', ofCsv), ...rowsOf('XLSX', 'read-excel-file', ofXlsx)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A parsing library only reads; drafting, storing and checking the batch is the app's own work, which has the second target. The
 * total compared to the library is reported beside it.
 */
const rowsOf = (format: string, library: string, { reading, all, blocks }: Measured): Measurement[] => [
  {
    name: `reading ${what}, ${format}, against ${library} alone`,
    unit: 'ms',
    ...reading,
    target: { times: 3 },
  },
  {
    name: `importing and checking ${what}, ${format}`,
    unit: 'ms',
    values: all,
    baselines: reading.baselines,
    target: { atMost: 1000 },
  },
  {
    name: `the longest block of main meanwhile, ${format}`,
    unit: 'ms',
    values: blocks,
    target: { atMost: 50 },
  },
];

const person = (at: number): string[] => [
  `Name of ENTITY${at % accounts}`,
  `person.${at}@northwind.example`,
  `Jörg ${at}`,
  at % 10 === 0 ? 'Admin' : 'read only',
  'from the fair',
];

interface Measured {
  readonly reading: { readonly values: number[]; readonly baselines: number[] };
  readonly all: number[];
  readonly blocks: number[];
}

async function measured(file: string, libraryAlone: () => Promise<unknown>): Promise<Measured> {
  const result: Measured = { reading: { values: [], baselines: [] }, all: [], blocks: [] };
  const db = openDatabase(`${file}.db`);
  try {
    addConnection(db, 'c-1');
    for (let at = 0; at < accounts; at += 1) addAccount(db, 'c-1', `ENTITY${at}`);
    const { all, reading, blocks } = result;
    for (let run = 0; run < runs; run += 1) {
      reading.baselines.push((await timed(libraryAlone)).ms);
      const { value: table, ms } = await timed(() => readTable({ file }, {}));
      reading.values.push(ms);
      // In the app a helper process reads the table and sends it in pieces: only what follows can block main.
      const pieces = [...piecesOf(table)].map((piece) => serialize(piece));
      const loop = watchLoop();
      const rest = await timed(async () => {
        const batches = batchesOver(db);
        const imports = createImports({
          db,
          batches,
          accounts: () => listAccounts(db, {}),
          houseRules: () => defaultSettings,
          readTable: () => received(pieces),
          now: Date.now,
        });
        const { batchId } = batches.create();
        const { importId } = await imports.open(batchId, { file });
        const { added } = await imports.add(batchId, { importId });
        if (added !== people) throw new Error(`Only ${added} rows were added.`);
        await batches.check(batchId);
      });
      blocks.push(loop.stop().maxOwnMs);
      all.push(ms + rest.ms);
    }
    return result;
  } finally {
    closeDatabase(db);
  }
}

/** Receives a table as main does from its helper: each piece in its own turn. */
async function received(pieces: readonly Buffer[]): Promise<Table> {
  const collector = createTableCollector();
  for (const piece of pieces) {
    await nextTurn();
    const answer = tableAnswer.parse(deserialize(piece));
    if (!collector.take(answer) && answer.type === 'read') return collector.whole(answer.table);
  }
  throw new Error('The table has no end.');
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const startedAt = performance.now();
  const value = await work();
  return { value, ms: performance.now() - startedAt };
}
