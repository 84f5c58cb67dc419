import { run } from '../setup/run.mjs';

/**
 * Chromium's sandbox uses user namespaces, which some systems deny to ordinary users.
 * @param {string[]} asUser a command prefix that changes the user, for example ['runuser', '-u', 'NAME', '--']
 * @returns {Promise<string | undefined>} undefined if the sandbox can work, otherwise what to say to the person.
 */
export async function sandboxProblem(asUser = []) {
  const [command, ...args] = [...asUser, 'unshare', '--user', '--map-root-user', 'true'];
  const { code, output } = await run(command, args, { quiet: true });
  if (code === 0) return undefined;
  return [
    `Chromium's sandbox can't work here: this system doesn't allow user namespaces (${output.trim()}).`,
    'Allow them and run the same command again: `sysctl -w kernel.unprivileged_userns_clone=1` on Debian,',
    '`sysctl -w kernel.apparmor_restrict_unprivileged_userns=0` on Ubuntu, in a container its security profile.',
  ].join('\n');
}
