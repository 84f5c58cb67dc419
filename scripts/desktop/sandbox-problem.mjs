import { run } from '../setup/run.mjs';

/**
 * Chromium's sandbox is made of user namespaces, which some systems keep from ordinary users.
 * @param {string[]} asUser a command in front that changes the user, for instance ['runuser', '-u', 'NAME', '--']
 * @returns {Promise<string | undefined>} undefined when the sandbox can work, else what to tell the person.
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
