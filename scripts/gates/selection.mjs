import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { root } from '../setup/paths.mjs';
import { SetupError } from '../setup/setup-error.mjs';

/** Gates whose tests can be run file by file: the gate's name, and the pattern of its files. */
const testFiles = {
  unit: /^tests\/unit\/.+\.test\.tsx?$/,
  contract: /^tests\/contract\/.+\.test\.ts$/,
  e2e: /^tests\/e2e\/.+\.spec\.ts$/,
  package: /^tests\/package\/.+\.spec\.ts$/,
};

/**
 * Reads the arguments of `npm test`.
 * @param {string[]} args nothing, or `--only=NAME,NAME`, followed by files of the named gates
 * @param {string[]} names of all gates
 * @returns {{ wanted: (gate: { name: string }) => boolean, filesOf: (name: string) => string[] }} the files of a gate as
 * paths from the checkout's top folder, with slashes; none: the gate runs as a whole
 * @throws {SetupError} with the usage, if an argument is invalid.
 */
export function readSelection(args, names) {
  const [only, ...paths] = args;
  if (only === undefined) return { wanted: () => true, filesOf: () => [] };

  const selected = only.startsWith('--only=') ? only.slice('--only='.length).split(',') : [];
  const unknown = selected.filter((name) => !names.includes(name));
  if (selected.length === 0) throw usageError(`${only} is not --only=NAME.`, names);
  if (unknown.length > 0) throw usageError(`There is no gate named "${unknown.join('", "')}".`, names);

  const files = paths.map((path) => relative(root, resolve(path)).split(sep).join('/'));
  const isOf = (name) => (file) => testFiles[name]?.test(file) ?? false;
  for (const file of files) {
    if (!existsSync(resolve(root, file))) throw usageError(`${file} doesn't exist.`, names);
    if (!selected.some((name) => isOf(name)(file))) {
      throw usageError(`${file} is not a test file of ${selected.join(' or ')}.`, names);
    }
  }
  return {
    wanted: (gate) => selected.includes(gate.name),
    filesOf: (name) => files.filter(isOf(name)),
  };
}

const usageError = (problem, names) =>
  new SetupError(
    [
      problem,
      'Usage: npm test',
      '       npm test -- --only=NAME,NAME',
      '       npm test -- --only=NAME FILE ...',
      `Names: ${names.join(', ')}. Files can be given for ${Object.keys(testFiles).join(', ')}.`,
    ].join('\n'),
  );
