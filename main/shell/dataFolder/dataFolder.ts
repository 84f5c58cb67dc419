import { cpSync, existsSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { join, win32 } from 'node:path';

/**
 * Where the app stores its data if not in Electron's default: on Windows in the part of the profile that stays on this computer.
 * Electron's default there, `%APPDATA%`, is copied between computers with a roaming profile, or is on a server, and a copy of the
 * journal that is restored later no longer knows what was sent.
 * @param name of the product, which is the folder's
 * @returns null for Electron's default
 */
export function dataFolderFor(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  name: string,
): string | null {
  const local = env['LOCALAPPDATA'];
  return platform === 'win32' && local !== undefined && win32.isAbsolute(local)
    ? win32.join(local, name)
    : null;
}

/** The subset of the file system that moving a folder needs. */
export interface FolderMover {
  readonly rename: (from: string, to: string) => void;
  readonly copy: (from: string, to: string) => void;
}

const onDisk: FolderMover = {
  rename: renameSync,
  copy: (from, to) => {
    cpSync(from, to, { recursive: true, preserveTimestamps: true, errorOnExist: true, force: false });
  },
};

export interface DataFolder {
  readonly folder: string;
  /** What was done about an earlier folder, for the log; null: nothing. */
  readonly note: string | null;
}

/**
 * Moves an earlier version's data to the right place, once and completely. If that fails, it is used where it is, and the next
 * start tries again.
 */
export function movedDataFolder(from: string, to: string, mover: FolderMover = onDisk): DataFolder {
  const stays = { folder: to, note: null };
  if (from === to || !holdsData(from)) return stays;
  if (holdsAnything(to)) {
    return holdsData(to) ? stays : { folder: from, note: `The data stay where they were: ${to} is taken.` };
  }
  try {
    if (existsSync(to)) rmdirSync(to);
    moveWhole(from, to, mover);
    return { folder: to, note: 'The data were moved to the local part of the profile.' };
  } catch (error) {
    return { folder: from, note: `The data could not be moved yet: ${codeOf(error)}.` };
  }
}

/** A folder on another drive is first copied beside its new place, so that it never exists half copied. */
function moveWhole(from: string, to: string, { rename, copy }: FolderMover): void {
  try {
    rename(from, to);
    return;
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
  }
  const beside = `${to}.moving`;
  rmSync(beside, { recursive: true, force: true });
  try {
    copy(from, beside);
    rename(beside, to);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
  try {
    rmSync(from, { recursive: true, force: true });
  } catch {
    // Anything left there is ignored.
  }
}

const holdsData = (folder: string): boolean =>
  ['access.db', 'settings.json'].some((name) => existsSync(join(folder, name)));

const holdsAnything = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
