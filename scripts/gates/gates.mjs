import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { runPlaywright } from '../desktop/playwright.mjs';
import { debuggableConfig, packageApp, packageFolder } from '../package/package-app.mjs';
import { runReliability } from '../reliability/run-reliability.mjs';
import { inRoot, root, tools } from '../setup/paths.mjs';
import { node, run } from '../setup/run.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { checkAdvisories } from './advisories.mjs';
import { countPlaywright, countVitest } from './count.mjs';

/**
 * @typedef {import('./count.mjs').Count} Count
 * @typedef {{ name: string, title: string, run: () => Promise<{ count: Count, output: string }> }} Gate
 * @typedef {(name: string) => string[]} FilesOf the test files a gate is narrowed to; none: all of them
 */

/**
 * For ESLint, in MB: its rules keep the types of every file, some 3.6 GB, which is close to Node's own limit of 4 GB, where
 * collecting garbage takes over.
 */
const roomForTypes = ['--max-old-space-size=8192', '--max-semi-space-size=128'];

/**
 * For the compiler, whose threads each work out the types that they share: they end sooner, but take twice the processor time,
 * and processors are what a whole run has too few of (docs/testing.md).
 */
const inOneThread = ['--noEmit', '--singleThreaded'];

/**
 * Gates that only read the code. Each counts as one test. Nothing in them waits or is timed, so they use spare processor time
 * from the start. @type {Gate[]}
 */
export const staticGates = [
  { name: 'advisories', title: 'Known vulnerabilities in what ships', run: checkAdvisories },
  checks('generated', 'Generated files are up to date', [
    [inRoot('scripts/generate-ads-types.mjs'), '--check'],
    [inRoot('scripts/generate-bridge-docs.mjs'), '--check'],
  ]),
  checks('workflows', 'Workflow files', [[inRoot('scripts/check-workflows.mjs')]]),
  checks('dependencies', 'Dependency rules', [
    [tools.dependencyCruiser, '--output-type', 'err', 'main', 'preload', 'renderer', 'shared'],
    [tools.knip],
  ]),
  checks('types', 'Types, against both Electron versions', [
    [tools.tsc, ...inOneThread],
    [tools.tsc, ...inOneThread, '--project', 'tsconfig.electron33.json'],
  ]),
  checks('format', 'Format', [[tools.prettier, '--check', '--log-level', 'warn', '.']]),
  checks('lint', 'Lint', [[...roomForTypes, tools.eslint, '.', '--max-warnings', '0']]),
];

/**
 * Gates that print their progress, one after the other.
 * @param {FilesOf} filesOf @returns {Gate[]}
 */
export const moduleGates = (filesOf) => [
  vitest('unit', 'Unit tests', filesOf('unit')),
  // They spend half of their time waiting for the sandboxes in another process.
  vitest('contract', 'Contract tests', filesOf('contract'), [`--maxWorkers=${2 * availableParallelism()}`]),
  // Desktops that take others for dead after a second of silence: beside apps that take all processors, each would be.
  {
    name: 'reliability',
    title: 'Reliability: 25 kills in the middle of sending, and 9 of three desktops',
    run: runKills,
  },
];

/**
 * How many workers run the end-to-end tests, in a desktop of their own each, which only Linux has: each sometimes waits for its
 * app, or for a clock.
 */
const endToEndWorkers = process.platform === 'linux' ? 3 : 1;

/** How many of the gates that start the product run in parallel: the others take less time than the end-to-end tests. */
export const appGatesAtOnce = 2;

/**
 * Gates that start the product itself and wait for it. Safe in parallel, the long one first.
 * @param {FilesOf} filesOf @returns {Gate[]}
 */
export const appGates = (filesOf) => [
  { name: 'e2e', title: 'End-to-end tests', run: () => runEndToEnd(filesOf('e2e')) },
  { name: 'package', title: 'The packaged app', run: () => runPackaged(filesOf('package')) },
];

/** What `--only` may name. */
export const gateNames = namesOf([...staticGates, ...moduleGates(() => []), ...appGates(() => [])]);

function namesOf(gates) {
  return [...new Set(gates.map(({ name }) => name))];
}

/** Runs Node with each of these arguments, even if one run fails; the gate passes if all succeed. */
function checks(name, title, commands) {
  const runAll = async () => {
    const failures = [];
    for (const args of commands) {
      const { code, output } = await run(process.execPath, args, { cwd: root, quiet: true, modest: true });
      if (code !== 0) failures.push(output.trim());
    }
    const passed = failures.length === 0 ? 1 : 0;
    return { count: { passed, failed: 1 - passed, skipped: 0 }, output: failures.join('\n\n') };
  };
  return { name, title, run: runAll };
}

function vitest(project, title, files, options = []) {
  const report = inRoot('test-output', `${project}.json`);
  const runProject = async () => {
    rmSync(report, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const args = ['run', '--project', project, ...options, ...reporters, ...files];
    const { code } = await node(tools.vitest, args, { cwd: root });
    return { count: countVitest(report, code), output: '' };
  };
  return { name: project, title, run: runProject };
}

/** The short forms, of one desktop and of several; docs/reliability.md has the long ones. Counts as one test. */
async function runKills() {
  const code = await runReliability(
    ['--seed', '4711'],
    ['--desktops', '3', '--kills', '9', '--seed', '4711'],
  );
  const passed = code === 0 ? 1 : 0;
  return { count: { passed, failed: 1 - passed, skipped: 0 }, output: '' };
}

/** All tests; or the given files, which one worker runs in their order. */
function runEndToEnd(files) {
  const workers = files.length === 0 ? endToEndWorkers : 1;
  return playwright('e2e', [...files, `--workers=${workers}`]);
}

/** Packages the app as released, without the archives that take minutes, and once more for the tests that drive it. */
async function runPackaged(files) {
  try {
    await packageApp(['dir'], { quiet: true });
    await packageApp(['dir'], { quiet: true, config: debuggableConfig });
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    return { count: { passed: 0, failed: 1, skipped: 0 }, output: '' };
  }
  return playwright('package', ['--config', 'tests/package/playwright.config.ts', ...files], [packageFolder]);
}

/** @param {string} name of the gate, and of its report @param {string[]} [lent] what the ordinary user may read */
async function playwright(name, args, lent = []) {
  const report = `test-output/${name}.json`;
  rmSync(inRoot(report), { force: true });
  const code = await runPlaywright([...args, '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    lent,
    outputs: ['test-output'],
  });
  return { count: countPlaywright(inRoot(report), code), output: '' };
}
