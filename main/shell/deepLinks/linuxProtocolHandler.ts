import { linkScheme } from '../../../shared/domain/redeem/linkScheme';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { desktopEntry } from './desktopEntry';

const entryName = 'amc-access-manager-links.desktop';
const linkType = `x-scheme-handler/${linkScheme}`;

interface LinuxLinks {
  /** How the desktop opens our links with this app: by a package's entry or one written here; null: it doesn't. */
  isArranged(): Promise<'package' | 'here' | null>;
  /** Writes an entry into the person's own applications folder, and makes it the default for our links. */
  arrange(): Promise<void>;
  /** If the desktop uses our entry and it points to another file, as after an update, updates it. */
  follow(): Promise<void>;
  /** Removes our entry. */
  giveBack(): Promise<void>;
}

interface LinuxLinksDeps {
  /** The person's data folder (XDG Base Directory Specification). */
  readonly dataFolder: string;
  /** The command that starts this app, before the link. */
  readonly command: readonly string[];
  /** The desktop entry that comes with our package; null if it wasn't installed by one. */
  readonly packageEntry: string | null;
  /** Runs xdg-mime, the desktop's own tool. @returns its output */
  readonly xdgMime: (...parameters: string[]) => Promise<string>;
}

/** Our links on a Linux desktop. Nothing is written before `arrange`. */
export function createLinuxProtocolHandler({
  dataFolder,
  command,
  packageEntry,
  xdgMime,
}: LinuxLinksDeps): LinuxLinks {
  const folder = join(dataFolder, 'applications');
  const file = join(folder, entryName);
  const entry = desktopEntry(command);
  const current = async (): Promise<string> =>
    (await xdgMime('query', 'default', linkType).catch(() => '')).trim();
  const written = (): Promise<string> => readFile(file, 'utf8').catch(() => '');
  return {
    async isArranged() {
      const used = await current();
      if (used === packageEntry) return 'package';
      // It may have been written by another copy, or before this one was moved.
      return used === entryName && (await written()) === entry ? 'here' : null;
    },
    async follow() {
      const before = await written();
      if (before !== '' && before !== entry && (await current()) === entryName) await writeFile(file, entry);
    },
    giveBack: () => rm(file, { force: true }),
    async arrange() {
      await mkdir(folder, { recursive: true });
      await writeFile(file, entry);
      await xdgMime('default', entryName, linkType);
    },
  };
}
