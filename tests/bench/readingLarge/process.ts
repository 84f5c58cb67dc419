import { readFileSync } from 'node:fs';
import papaparse from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { readTable } from '../../../main/batches/tables/readTable';

/** What the process gets when it starts. */
export interface Task {
  readonly file: string;
  /** Whether a parsing library reads the file, and not the app. */
  readonly libraryAlone: boolean;
}

/** What the process answers, once, when the file is read. */
export interface Outcome {
  readonly ms: number;
  /** The peak of the process's resident memory, in bytes, as the system counts it. */
  readonly peak: number;
  readonly rows: number;
}

const { file, libraryAlone } = JSON.parse(process.argv[2] ?? '') as Task;
const startedAt = performance.now();
const rows = libraryAlone ? await readByLibrary() : (await readTable({ file }, {})).rows.length;
const outcome: Outcome = {
  rows,
  ms: performance.now() - startedAt,
  // Node reports kilobytes on every system.
  peak: process.resourceUsage().maxRSS * 1024,
};
process.send?.(outcome, () => process.exit(0));

async function readByLibrary(): Promise<number> {
  if (file.endsWith('.xlsx')) return (await readXlsxFile(readFileSync(file)))[0]?.data.length ?? 0;
  return papaparse.parse(readFileSync(file, 'utf8'), { delimiter: ',' }).data.length;
}
