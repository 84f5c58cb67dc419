import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../support/projectRoot';
import type { Versions } from '../bench';
import type { Row } from './results';
import { tableOf } from './table';

/** Prints the table and writes bench-output/results.json. */
export function writeResults(rows: readonly Row[], versions: Versions): void {
  const folder = join(projectRoot, 'bench-output');
  mkdirSync(folder, { recursive: true });
  const results = { machine: machine(), versions, rows };
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\n${tableOf(rows)}\n`);
}

function machine(): string {
  const all = cpus();
  return `${all.length} x ${all[0]?.model ?? 'unknown processor'}, ${(totalmem() / 1e9).toFixed(0)} GB, ${type()}`;
}
