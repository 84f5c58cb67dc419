import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/**
 * Runs a command to its end. Never throws because of the command: one that can't be started ends with 127.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, modest?: boolean, shell?: boolean, timeoutMs?: number }}
 * [options]
 * `quiet` collects the output instead of showing it; `modest` runs at low priority.
 * @returns {Promise<{ code: number, output: string }>} the exit code (128 if a signal ended it) and, if quiet, its
 * output.
 */
export function run(command, args, { quiet = false, modest = false, timeoutMs, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      ...options,
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    if (modest && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    // Ctrl+C reaches the command directly; a signal sent only to this process would leave it running.
    const passOn = () => {
      child.once('close', () => process.exit(143));
      child.kill('SIGTERM');
    };
    process.once('SIGTERM', passOn);

    let output = '';
    const collect = (/** @type {Buffer} */ text) => (output += text.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const end = (/** @type {number} */ code, text = output) => {
      process.removeListener('SIGTERM', passOn);
      done({ code, output: text });
    };
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code) => end(code ?? 128));
  });
}

/**
 * Runs a program written for Node with the current Node.
 * @param {string} program the file it starts with
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const node = (program, args, options) => run(process.execPath, [program, ...args], options);

/**
 * Runs npm: the one that started this script if there is one, otherwise the one on the PATH.
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options) {
  const self = process.env['npm_execpath'];
  if (self?.endsWith('.js')) return node(self, args, options);
  // On Windows npm is a .cmd file, which only a shell can run.
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
