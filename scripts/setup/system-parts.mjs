import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { SetupError } from './setup-error.mjs';

/** How to detect that a part is installed (a library, a command, a file or a folder), and the Debian package that contains it. */
const parts = {
  gtk: { library: 'libgtk-3.so.0', debian: 'libgtk-3-0' },
  nss: { library: 'libnss3.so', debian: 'libnss3' },
  sound: { library: 'libasound.so.2', debian: 'libasound2' },
  graphics: { library: 'libgbm.so.1', debian: 'libgbm1' },
  secrets: { library: 'libsecret-1.so.0', debian: 'libsecret-1-0' },
  archiver: { command: '7za', debian: 'p7zip-full' },
  unzip: { command: 'unzip', debian: 'unzip' },
  virtualDisplay: { command: 'xvfb-run', debian: 'xvfb' },
  displayKeys: { command: 'xauth', debian: 'xauth' },
  sessionBus: { command: 'dbus-run-session', debian: 'dbus' },
  keyring: { command: 'gnome-keyring-daemon', debian: 'gnome-keyring' },
  notifications: { command: 'dunst', debian: 'dunst' },
  windowManager: { command: 'openbox', debian: 'openbox' },
  windowTool: { command: 'xdotool', debian: 'xdotool' },
  linkTypes: { command: 'xdg-mime', debian: 'xdg-utils' },
  japaneseFont: {
    file: '/usr/share/fonts/truetype/vlgothic/VL-Gothic-Regular.ttf',
    debian: 'fonts-vlgothic',
  },
  // Its programs are in a folder a version, outside the PATH.
  postgres: { file: '/usr/lib/postgresql', debian: 'postgresql' },
};

/** What the app itself needs. */
export const partsForApp = ['gtk', 'nss', 'sound', 'graphics', 'secrets'];
/** What packaging the app needs. */
export const partsForPackaging = ['archiver'];
/** What the app needs without a desktop: a display and a keychain. */
export const partsForVirtualDesktop = [
  ...partsForApp,
  'virtualDisplay',
  'displayKeys',
  'sessionBus',
  'keyring',
];
/** What testing the app needs: the rest of a desktop as well, a font for names that tests print, and the database of teams. */
export const partsForTests = [
  ...partsForVirtualDesktop,
  'notifications',
  'windowManager',
  'windowTool',
  'linkTypes',
  'japaneseFont',
  'postgres',
];

/**
 * Makes sure that the system has these parts. On Debian and Ubuntu root installs the missing ones; other Linux systems, macOS and
 * Windows aren't checked.
 * @param {(keyof typeof parts)[]} names
 * @throws {SetupError} with the command to run, if something is missing and can't be installed from here.
 */
export async function ensureSystemParts(names) {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return;
  const libraries = (await run('/sbin/ldconfig', ['-p'], { quiet: true })).output;
  const missing = names
    .map((name) => parts[name])
    .filter(({ library, command, file }) => {
      if (file !== undefined) return !existsSync(file);
      return library === undefined ? !isOnPath(command) : !libraries.includes(`\t${library} `);
    });
  if (missing.length === 0) return;

  if (process.getuid() !== 0) {
    const packages = await Promise.all(missing.map(packageName));
    throw new SetupError(
      `Some system packages are missing. Install them and run the same command again:\n\n  sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}\n`,
    );
  }
  await install(missing);
}

async function install(missing) {
  console.log(`Installing system packages: ${missing.map(({ debian }) => debian).join(', ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  const packages = await Promise.all(missing.map(packageName));
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    {
      env,
      quiet: true,
    },
  );
  if (code !== 0) {
    throw new SetupError(
      `System packages could not be installed (${packages.join(' ')}). Install them by hand and run the same command again. apt-get said:\n${output.trim()}`,
    );
  }
}

/** Since Debian 13 and Ubuntu 24.04 some libraries have the suffix t64; the plain name can't be installed there. */
async function packageName({ library, debian }) {
  if (library === undefined) return debian;
  const { code } = await run('apt-cache', ['show', `${debian}t64`], { quiet: true });
  return code === 0 ? `${debian}t64` : debian;
}

function isOnPath(command) {
  // An ordinary user's PATH often lacks the sbin folders.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(join(folder, command)));
}
