import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Selection {
  readonly wanted: (gate: { name: string }) => boolean;
  readonly filesOf: (name: string) => string[];
}

const root = join(import.meta.dirname, '../../..');
/** A script, which has no types. */
const script = join(root, 'scripts/gates/selection.mjs');
const { readSelection } = (await import(script)) as {
  readSelection: (args: readonly string[], names: readonly string[]) => Selection;
};
const names = ['lint', 'unit', 'contract', 'e2e', 'package'];

function selected(...args: string[]) {
  const { wanted, filesOf } = readSelection(args, names);
  return Object.fromEntries(names.filter((name) => wanted({ name })).map((name) => [name, filesOf(name)]));
}

describe('npm test -- --only', () => {
  test('accepts files of the gates it names, each for its own gate', () => {
    const unit = 'tests/unit/build/testSelection.test.ts';
    const e2e = ['tests/e2e/desktop/shell.spec.ts', 'tests/e2e/invitations/radar.spec.ts'];
    expect(selected('--only=unit,e2e,lint', ...e2e, join(root, unit))).toEqual({
      unit: [unit],
      e2e,
      lint: [],
    });
    expect(selected('--only=package,contract', 'tests/package/smoke.spec.ts')).toEqual({
      package: ['tests/package/smoke.spec.ts'],
      contract: [],
    });
  });

  test.each([
    [['--only=e2e', 'tests/e2e/missing.spec.ts'], "tests/e2e/missing.spec.ts doesn't exist."],
    [
      ['--only=unit', 'tests/e2e/desktop/shell.spec.ts'],
      'tests/e2e/desktop/shell.spec.ts is not a test file of unit.',
    ],
    [['--only=e2e', 'tests/e2e'], 'tests/e2e is not a test file of e2e.'],
    [['--only=lint', 'package.json'], 'package.json is not a test file of lint.'],
    [['--only=e2e,nothing'], 'There is no gate named "nothing".'],
    [['tests/e2e/desktop/shell.spec.ts'], 'tests/e2e/desktop/shell.spec.ts is not --only=NAME.'],
  ])('rejects %j', (args, problem) => {
    expect(() => selected(...args)).toThrow(problem);
  });

  test('prints the usage for a rejected selection before anything is set up', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/test.mjs', '--only=e2e', 'tests/e2e/missing.spec.ts'],
      { cwd: root, encoding: 'utf8' },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('npm test -- --only=NAME FILE ...');
  });
});
