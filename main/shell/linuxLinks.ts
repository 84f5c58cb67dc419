import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { desktopEntry } from './desktopEntry';

const entryName = 'amc-access-manager-links.desktop';
const linkType = 'x-scheme-handler/amc-access';

interface LinuxLinks {
  /** Whether the desktop opens our links with this very program. */
  isArranged(): Promise<boolean>;
  /** Writes an entry into the person's own folder of programs, and makes it the one for our links. */
  arrange(): Promise<void>;
}

interface LinuxLinksDeps {
  /** The person's folder of data (XDG Base Directory Specification). */
  readonly dataFolder: string;
  /** What starts this program, before the link. */
  readonly command: readonly string[];
  /** The desktop entry that a package of ours brings along; null where the program was not installed by one. */
  readonly packageEntry: string | null;
  /** Runs xdg-mime, the desktop's own tool. @returns what it prints */
  readonly xdgMime: (...parameters: string[]) => Promise<string>;
}

/** Our links on a Linux desktop. Nothing is written before `arrange`. */
export function createLinuxLinks({ dataFolder, command, packageEntry, xdgMime }: LinuxLinksDeps): LinuxLinks {
  const folder = join(dataFolder, 'applications');
  const file = join(folder, entryName);
  const entry = desktopEntry(command);
  return {
    async isArranged() {
      const current = (await xdgMime('query', 'default', linkType).catch(() => '')).trim();
      if (current === packageEntry) return true;
      // It may have been written by another copy, or before this one was moved.
      return current === entryName && (await readFile(file, 'utf8').catch(() => '')) === entry;
    },
    async arrange() {
      await mkdir(folder, { recursive: true });
      await writeFile(file, entry);
      await xdgMime('default', entryName, linkType);
    },
  };
}
