import { join, relative } from 'node:path';
import { root, tools } from '../setup/paths.mjs';
import { node, run } from '../setup/run.mjs';
import { SetupError } from '../setup/setup-error.mjs';
import { asUser, ensureUserOfTests, runAsOrdinaryUser } from './ordinary-user.mjs';
import { sandboxProblem } from './sandbox-problem.mjs';

/**
 * Runs Playwright against the app without touching the desktop of the person at this computer: on Linux with its own display and
 * keychain. Chromium's sandbox is on, so root runs it as an ordinary user.
 * @param {string[]} args arguments of `playwright test`
 * @param {{ env?: Record<string, string>, lent?: string[], outputs: string[] }} options variables to add; folders that
 * the ordinary user gets read-only instead of a copy; the folders the run writes to
 * @returns {Promise<number>} Playwright's exit code
 * @throws {SetupError} when this system doesn't allow Chromium's sandbox.
 */
export async function runPlaywright(args, { env = {}, lent = [], outputs }) {
  const options = { cwd: root, env: { ...process.env, ...env } };
  if (process.platform !== 'linux') return (await node(tools.playwright, ['test', ...args], options)).code;

  const commandIn = (checkout, nodeProgram) => [
    ...onVirtualDesktop(checkout),
    ...[nodeProgram, join(checkout, relative(root, tools.playwright)), 'test', ...args],
  ];
  await readyForVirtualDesktop();
  if (process.getuid() === 0) return runAsOrdinaryUser(commandIn, { env, lent, outputs });
  const [command, ...rest] = commandIn(root, process.execPath);
  return (await run(command, rest, options)).code;
}

/** @type {Promise<void> | undefined} */
let readiness;

/** Makes sure that the app can run here with Chromium's sandbox; once, for parallel runs. */
const readyForVirtualDesktop = () => (readiness ??= prepareVirtualDesktop());

/** @throws {SetupError} if this system doesn't allow the sandbox, with the reason. */
async function prepareVirtualDesktop() {
  const root = process.getuid() === 0;
  await ensureUserOfTests();
  const problem = await sandboxProblem(root ? asUser : []);
  if (problem !== undefined) throw new SetupError(problem);
}

/**
 * The keychain outside, the display inside: the display ends first and takes the app with it. The session must not restart when
 * no program uses it for a moment, as between two tests: it would refuse the next one.
 */
function onVirtualDesktop(checkout) {
  return [
    join(checkout, 'scripts/desktop/with-secrets.sh'),
    'xvfb-run',
    '-a',
    '-s',
    '-screen 0 1920x1200x24 -noreset',
  ];
}
