import { readFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import papaparse from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { readTable } from '../../../main/batches/tables/readTable';
import { piecesOf } from '../../../main/batches/tables/tablePieces';

/** What the process gets when it starts. */
export interface Task {
  readonly file: string;
  /** Whether only a parsing library reads the file, rather than the app. */
  readonly libraryAlone: boolean;
}

/** What the process answers, once, when the file is read. */
export interface Outcome {
  readonly rows: number;
  /** From opening the file to its rows. */
  readonly ms: number;
  /** The peak of the process's resident memory in bytes, by the system's count, including the pieces sent to main. */
  readonly peak: number;
}

const { file, libraryAlone } = JSON.parse(process.argv[2] ?? '') as Task;
const outcome = libraryAlone ? await byLibrary() : await byApp();
process.send?.(outcome, () => process.exit(0));

async function byApp(): Promise<Outcome> {
  const startedAt = performance.now();
  const table = await readTable({ file }, {});
  const ms = performance.now() - startedAt;
  for (const piece of piecesOf(table)) serialize(piece);
  return { rows: table.rows.length, ms, peak: peakMemory() };
}

async function byLibrary(): Promise<Outcome> {
  const startedAt = performance.now();
  const rows = file.endsWith('.xlsx')
    ? ((await readXlsxFile(readFileSync(file)))[0]?.data.length ?? 0)
    : papaparse.parse(readFileSync(file, 'utf8'), { delimiter: ',', skipEmptyLines: true }).data.length;
  return { rows, ms: performance.now() - startedAt, peak: peakMemory() };
}

/** In bytes. On Linux `maxRSS` starts with that of the parent process, so it is no use there. */
function peakMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (peak === undefined) throw new Error('The system does not say how much memory this process has held.');
  return Number(peak) * 1024;
}
