import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  isNetworkMount,
  isOnNetwork,
  isShare,
  networkTypes,
} from '../../../main/storage/dataPlace/networkFolder';

test.each([
  [String.raw`\\server\home\jane`, true],
  [String.raw`\\?\UNC\server\home\jane`, true],
  [String.raw`\\wsl.localhost\Debian\home`, true],
  [String.raw`\\?\C:\Users\Jane`, false],
  [String.raw`\\.\C:\Users\Jane`, false],
  [String.raw`C:\Users\Jane`, false],
])('on Windows %s is a share: %s', (path, share) => {
  expect(isShare(path)).toBe(share);
});

const mounts = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
//dana@nas.example/home on /Volumes/home (smbfs, nodev, nosuid, mounted by dana)
filer:/exports/users on /Network/Users (nfs, automounted)
/dev/disk5s1 on /Volumes/home (local) disk (apfs, local, nodev)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
`;

test.each([
  ['/Users/dana/Library/Application Support/AMC', false],
  ['/Volumes/home', true],
  ['/Volumes/home/dana/AMC', true],
  ['/Volumes/homework', false],
  ['/Volumes/home (local) disk/AMC', false],
  ['/Network/Users/dana/Library', true],
])('on macOS %s is on the network: %s', (folder, network) => {
  expect(isNetworkMount(mounts, folder)).toBe(network);
});

test('Linux’s network file systems are recognized by their numbers, and its local ones are not', () => {
  const [ext4, btrfs, xfs, tmpfs, overlay, fuse] = [
    0xef53, 0x9123683e, 0x58465342, 0x01021994, 0x794c7630, 0x65735546,
  ];
  for (const local of [ext4, btrfs, xfs, tmpfs, overlay, fuse]) expect(networkTypes.has(local)).toBe(false);
  // statfs returns a signed number if the highest bit is set.
  expect(networkTypes.has(-11317950 >>> 0)).toBe(true);
  expect(networkTypes.has(0x6969)).toBe(true);
});

test('neither a local folder nor a missing one is on the network', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amc-place-'));
  expect(await isOnNetwork(folder)).toBe(false);
  rmSync(folder, { recursive: true });
  expect(await isOnNetwork(folder)).toBe(false);
});
