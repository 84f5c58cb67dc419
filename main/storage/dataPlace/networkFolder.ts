import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Whether a folder is on another computer. SQLite's log is shared through memory, which two computers don't share
 * (https://sqlite.org/wal.html), and the single-instance lock only covers this computer.
 * @returns false if the system doesn't say
 */
export async function isOnNetwork(
  folder: string,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  try {
    // Only this way does Windows name the share behind a drive letter.
    const path = realpathSync.native(folder);
    switch (platform) {
      case 'win32':
        return isShare(path);
      case 'darwin':
        return isNetworkMount((await run('/sbin/mount', [], { timeout: 3000 })).stdout, path);
      default:
        return networkTypes.has((await statfs(path)).type >>> 0);
    }
  } catch {
    return false;
  }
}

/** Whether an absolute path on Windows is on a share: `\\server\share\…`, also in its long form. */
export const isShare = (path: string): boolean => /^\\\\(?:\?\\UNC\\|(?![?.]\\))/i.test(path);

/**
 * Whether a folder is on a network file system, according to macOS's `mount`, a line for each: `//dana@nas/home on /Volumes/home
 * (smbfs, nodev, nosuid, mounted by dana)`.
 */
export function isNetworkMount(mounts: string, folder: string): boolean {
  const found = mounts
    .split('\n')
    .flatMap((line) => {
      const [, place = '', type = ''] = /^.+? on (\/.*) \((\w+)[,)]/.exec(line) ?? [];
      return place === '' ? [] : [{ place, type }];
    })
    .filter(({ place }) => place === '/' || folder === place || folder.startsWith(`${place}/`))
    .sort((a, b) => b.place.length - a.place.length);
  return ['smbfs', 'nfs', 'afpfs', 'webdav', 'cifs', 'ftp'].includes(found[0]?.type ?? '');
}

/** Linux's network file systems by their magic numbers (statfs(2)). */
export const networkTypes: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2
  0x5346414f, // AFS
  0x00c36400, // Ceph
  0x01021997, // 9P, with which virtual machines and WSL share folders
  0x73757245, // Coda
  0x0bd00bd0, // Lustre
  0x01161970, // GFS2
  0x7461636f, // OCFS2
]);
