import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeTable } from '../../../main/batches/tables/writeTable';
import { projectRoot } from '../../support/projectRoot';
import { builtProgram, runProgram } from '../ownProcess';
import type { Outcome, Task } from '../readingLarge/process';
import type { Measurement } from '../results/results';

const runs = 5;

/** 190,000 rows with this note are nearly 20 MB, the max file size. */
const files = [
  { name: '50,000 rows, CSV', format: 'csv', count: 50_000, note: 'from the fair' },
  { name: '50,000 rows, XLSX', format: 'xlsx', count: 50_000, note: 'from the fair' },
  { name: '20 MB, CSV', format: 'csv', count: 190_000, note: 'from the fair, invited by the team' },
] as const;

/** Long files, each read by a new process like the app's helper, alternating with the library alone. */
export async function readingLarge(): Promise<Measurement[]> {
  // Inside the checkout, because the program must find its native packages.
  const outputs = join(projectRoot, 'test-output');
  mkdirSync(outputs, { recursive: true });
  const folder = mkdtempSync(join(outputs, 'reading-large-'));
  try {
    const program = await builtProgram('tests/bench/readingLarge/process.ts', folder);
    const measurements: Measurement[] = [];
    for (const { name, format, count, note } of files) {
      const file = join(folder, `${String(count)}.${format}`);
      const people = Array.from({ length: count }, (_, at) => person(at, note));
      await writeTable({ file, format, rows: [['Account', 'E-mail', 'Name', 'Role', 'Note'], ...people] });
      measurements.push(...(await measured(program, { file, name, rows: count + 1 })));
    }
    return measurements;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(
  program: string,
  { file, name, rows }: { readonly file: string; readonly name: string; readonly rows: number },
): Promise<Measurement[]> {
  const app: Outcome[] = [];
  const library: Outcome[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const [outcomes, libraryAlone] of [
      [library, true],
      [app, false],
    ] as const) {
      const outcome = await runProgram<Outcome>(program, { file, libraryAlone } satisfies Task);
      if (outcome.rows !== rows) throw new Error(`${String(outcome.rows)} rows were read of ${name}.`);
      outcomes.push(outcome);
    }
  }
  return [
    {
      name: `reading ${name}, against the library alone`,
      unit: 'ms',
      values: app.map(({ ms }) => ms),
      baselines: library.map(({ ms }) => ms),
      target: { times: 3 },
    },
    {
      name: `peak memory of the process that reads ${name}`,
      unit: 'MB',
      values: app.map(({ peak }) => peak / 1e6),
      baselines: library.map(({ peak }) => peak / 1e6),
      target: { atMost: 300 },
    },
  ];
}

const person = (at: number, note: string): string[] => [
  `Name of ENTITY${String(at % 80)}`,
  `person.${String(at)}@northwind.example`,
  `Jörg ${String(at)}`,
  at % 10 === 0 ? 'Admin' : 'read only',
  note,
];
