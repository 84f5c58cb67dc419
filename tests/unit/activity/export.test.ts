import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { activityHandlers } from '../../../main/ipc/activity';
import { activityBench } from '../../support/benches/activityBench';

const bench = activityBench();

const path = (): string => join(dirname(bench.store.file), 'export.csv');
const rowsOf = (text: string): Record<string, string>[] =>
  papaparse.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;

async function exported(
  filter: Parameters<typeof bench.activity.exportTo>[1] = {},
): Promise<{ readonly entries: number; readonly text: string; readonly rows: Record<string, string>[] }> {
  const entries = await bench.activity.exportTo(path(), filter);
  const text = readFileSync(path(), 'utf8');
  return { entries, text, rows: rowsOf(text) };
}

describe('the exported activity', () => {
  test('has a line for each entry with everything known about it, readable by spreadsheets', async () => {
    bench.record([
      {
        at: Date.UTC(2026, 10, 24, 7, 9, 32),
        actor: 'Dana Whitfield <dana@example.com>',
        userName: 'Lind, "Rosa"\nof Malmö 👩‍💻',
        result: 'failed',
        invitationId: 'inv-1',
        amazonRequestId: 'req-1',
        detail: '-ERR: "refused"',
      },
    ]);
    const { entries, text, rows } = await exported();
    expect(entries).toBe(1);
    expect(text.startsWith('\uFEFFTime (UTC),Who,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(rows).toEqual([
      {
        'Time (UTC)': '2026-11-24 07:09:32',
        Who: 'Dana Whitfield',
        'Whose email': 'dana@example.com',
        Connection: 'Agency',
        What: 'Invite as viewer',
        Person: 'Lind, "Rosa"\nof Malmö 👩‍💻',
        Email: 'rosa@northwind.example',
        Role: 'Viewer',
        Account: 'Copper Kettle Coffee',
        'Account ID': 'ENTITY1',
        Result: 'Failed',
        Batch: '',
        'Batch row': '',
        Note: '',
        'Source file': '',
        'Source row': '',
        'Drafted by': '',
        'Approved by': '',
        'Sent by': '',
        Details: `'-ERR: "refused"`,
        'Invitation ID': 'inv-1',
        'User ID': '',
        'Amazon’s request ID': 'req-1',
        Run: '',
        Operation: '1',
        Realm: 'sandbox',
        Entry: '1',
        'From colleague': '',
        'Learned (UTC)': '',
      },
    ]);
  });

  test('has its headings even when nothing matches', async () => {
    const { entries, rows, text } = await exported({ search: 'nobody' });
    expect([entries, rows.length]).toEqual([0, 0]);
    expect(text.split('\r\n')).toHaveLength(2);
  });

  test('is complete and in order when large, is created between other work, and follows the filter', async () => {
    const people = Array.from({ length: 20_000 }, (_, index) => `Person ${index + 1}`);
    bench.record(
      people.map((userName, index) => ({ userName, result: index % 4 === 0 ? 'failed' : 'done' })),
    );
    let turns = 0;
    const other = setInterval(() => (turns += 1), 0);
    const whole = await exported();
    clearInterval(other);
    expect(turns).toBeGreaterThan(5);
    expect(whole.entries).toBe(20_000);
    expect(whole.rows.map(({ Person }) => Person)).toEqual(people.toReversed());

    const failed = await exported({ results: ['failed'] });
    expect(failed.entries).toBe(5000);
    expect(new Set(failed.rows.map(({ Result }) => Result))).toEqual(new Set(['Failed']));
  });

  test('is the activity at the time of the export, whatever is added in the meantime', async () => {
    bench.record(Array.from({ length: 2000 }, () => ({})));
    const entries = bench.activity.exportTo(path(), {});
    bench.record([{ userName: 'Late' }]);
    expect(await entries).toBe(2000);
    expect(readFileSync(path(), 'utf8')).not.toContain('Late');
  });
});

describe('exporting', () => {
  const requests: unknown[] = [];
  const exportTo = async (selected: string | null) =>
    activityHandlers({
      activity: bench.activity,
      chooseNewFile: (suggestion) => {
        requests.push(suggestion);
        return Promise.resolve(selected);
      },
      now: () => new Date(2026, 10, 24, 23, 59).getTime(),
    })['activity.export']({});

  test('asks where to save, suggests a name with the day, and reports the name but not the folder', async () => {
    bench.record([{}, {}]);
    expect(await exportTo(path())).toEqual({ saved: true, fileName: 'export.csv', entries: 2 });
    expect(requests.at(-1)).toMatchObject({ name: 'AMC activity 2026-11-24.csv' });
  });

  test('does nothing when the person cancels', async () => {
    bench.record([{}]);
    expect(await exportTo(null)).toEqual({ saved: false, entries: 0 });
    expect(readdirSync(dirname(bench.store.file))).not.toContain('export.csv');
  });

  test('into a folder that is gone fails with the remedy', async () => {
    bench.record([{}]);
    await expect(exportTo(join(dirname(path()), 'gone', 'export.csv'))).rejects.toMatchObject({
      code: 'FILE_NOT_SAVED',
    });
  });
});
