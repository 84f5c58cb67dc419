import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { inRoot, root } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { SetupError } from '../setup/setup-error.mjs';

// Chromium refuses to run its sandbox as root. So root runs the app as this user, in a temporary copy of the checkout that the
// user owns: the user need not be able to read the checkout, and can't write to it, nor to the tools it borrows.
const user = 'amc-e2e';
export const asUser = ['runuser', '-u', user, '--'];
/** What the user's environment inherits from the caller's: the app must work in any language and time zone. */
const passedOn = ['CI', 'LANG', 'LANGUAGE', 'LC_ALL', 'TZ'];
const systemPath = '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin';

/**
 * For root: runs a command as an ordinary user, who exists (`ensureUserOfTests`), in a copy of the checkout, and copies its outputs
 * back.
 * @param {(checkout: string, node: string) => string[]} commandIn gets the copy's folder and a Node the user can start
 * @param {{ env: Record<string, string>, lent: string[], outputs: string[] }} options variables to add to the bare
 * environment the user gets; folders the copy shares with the checkout, read-only; folders of the copy to
 * copy back into the checkout
 * @returns {Promise<number>} the command's exit code
 * @throws {SetupError} when the copy can't be made.
 */
export async function runAsOrdinaryUser(commandIn, { env, lent, outputs }) {
  const workspace = mkdtempSync(join(tmpdir(), 'amc-'));
  try {
    const { checkout, node, environment } = await furnish(workspace, lent);
    const variables = Object.entries({ ...environment, ...env }).map(([name, value]) => `${name}=${value}`);
    // Through env(1), because runuser sets some of them itself.
    const [command, ...args] = [
      ...asUser,
      'env',
      '--ignore-environment',
      ...variables,
      ...commandIn(checkout, node),
    ];
    const { code } = await run(command, args, { cwd: checkout });
    for (const folder of outputs) bringBack(join(checkout, folder), inRoot(folder));
    return code;
  } finally {
    // Desktop helpers may still be ending and writing.
    rmSync(workspace, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** For root on Linux: creates the user where there is none yet, as whom the app and the databases of tests run. */
export async function ensureUserOfTests() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return;
  const known = await run('id', [user], { quiet: true });
  if (known.code === 0) return;
  console.log(`Creating the user ${user}, as whom tests run the app and its databases ...`);
  await must('useradd', ['--create-home', user]);
}

/** Everything the user needs: a checkout and folders of its own, and tools it can at least read. */
async function furnish(workspace, lent) {
  const checkout = join(workspace, 'app');
  const home = join(workspace, 'home');
  const temporary = join(workspace, 'tmp');
  const leftBehind = ['node_modules', '.git', 'dist-package', 'test-output', 'demo-output'];
  copy(root, checkout, (file) => !leftBehind.includes(relative(root, file)));
  for (const folder of [home, temporary]) mkdirSync(folder);
  await must('chown', ['-R', '--no-dereference', `${user}:`, workspace]);

  await lend('node_modules', 'electron/package.json', checkout);
  for (const folder of lent) await lend(folder, '', checkout);

  const node = await reachable(process.execPath, '', join(workspace, 'node'));
  const environment = {
    HOME: home,
    TMPDIR: temporary,
    USER: user,
    LOGNAME: user,
    LANG: 'C.UTF-8',
    PATH: `${dirname(node)}:${systemPath}`,
  };
  for (const name of passedOn) if (process.env[name] !== undefined) environment[name] = process.env[name];
  const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (runtime) {
    environment.ELECTRON_OVERRIDE_DIST_PATH = await reachable(
      runtime,
      'electron',
      join(workspace, 'electron'),
    );
  }
  return { checkout, node, environment };
}

/** Puts a folder of the checkout into the copy of it. */
async function lend(folder, sample, checkout) {
  const here = join(checkout, folder);
  mkdirSync(dirname(here), { recursive: true });
  const reached = await reachable(inRoot(folder), sample, here);
  if (reached !== here) symlinkSync(reached, here);
}

/** `path` itself if the user can read `sample` in it, otherwise a copy in `target` that the user can read. */
async function reachable(path, sample, target) {
  if (await userCanRead(join(path, sample))) return path;
  // Hard links take no time, but work only on the same disk, and only files readable by everybody become readable.
  await run('cp', ['-al', path, target], { quiet: true });
  if (await userCanRead(join(target, sample))) return target;
  rmSync(target, { recursive: true, force: true });
  await must('cp', ['-a', path, target]);
  await must('chmod', ['-R', 'a+rX', target]);
  return target;
}

async function userCanRead(path) {
  const [command, ...args] = [...asUser, 'test', '-r', path];
  return (await run(command, args, { quiet: true })).code === 0;
}

const copy = (from, to, filter = () => true) =>
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter });

/** Copied by root, so owned by root. Each file or folder replaces the one of an earlier run. */
function bringBack(made, target) {
  if (!existsSync(made)) return;
  for (const name of readdirSync(made)) {
    rmSync(join(target, name), { recursive: true, force: true });
    copy(join(made, name), join(target, name));
  }
}

async function must(command, args) {
  const { code, output } = await run(command, args, { quiet: true });
  if (code === 0) return;
  throw new SetupError(
    `The app can't be run as an ordinary user, because ${command} failed: ${output.trim()}`,
  );
}
