import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  cpSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  dataFolderFor,
  movedDataFolder,
  type FolderMover,
} from '../../../../main/shell/dataFolder/dataFolder';
import { matching } from '../../../support/fixtures/matching';

describe('the data folder', () => {
  const local = String.raw`C:\Users\Jane\AppData\Local`;
  test.each<[NodeJS.Platform, Record<string, string>, string | null]>([
    [
      'win32',
      { LOCALAPPDATA: local, APPDATA: String.raw`\\server\profiles\jane` },
      String.raw`C:\Users\Jane\AppData\Local\AMC`,
    ],
    ['win32', { LOCALAPPDATA: '' }, null],
    ['win32', { LOCALAPPDATA: 'AppData' }, null],
    ['win32', {}, null],
    ['darwin', { LOCALAPPDATA: local }, null],
    ['linux', { LOCALAPPDATA: local }, null],
  ])('on %s with %j is %s', (platform, env, folder) => {
    expect(dataFolderFor(platform, env, 'AMC')).toBe(folder);
  });
});

describe('moving the data of an earlier version', () => {
  let profile: string;
  let roaming: string;
  let local: string;
  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'amc-profile-'));
    roaming = join(profile, 'Roaming');
    local = join(profile, 'Local');
  });
  afterEach(() => {
    rmSync(profile, { recursive: true, force: true });
  });
  const earlierData = (): void => {
    mkdirSync(join(roaming, 'logs'), { recursive: true });
    writeFileSync(join(roaming, 'access.db'), 'data');
    writeFileSync(join(roaming, 'access.db-wal'), 'the last commits');
    writeFileSync(join(roaming, 'logs/app.log'), 'a line');
  };
  const all = ['access.db', 'access.db-wal', 'logs'];
  const otherDrive: FolderMover = {
    rename: (from, to) => {
      if (from === roaming) throw Object.assign(new Error('EXDEV'), { code: 'EXDEV' });
      renameSync(from, to);
    },
    copy: (from, to) => cpSync(from, to, { recursive: true }),
  };

  test('moves all of it, once', () => {
    earlierData();
    expect(movedDataFolder(roaming, local)).toEqual({ folder: local, note: matching(/were moved/) });
    expect(readdirSync(local).sort()).toEqual(all);
    expect(existsSync(roaming)).toBe(false);
    expect(movedDataFolder(roaming, local)).toEqual({ folder: local, note: null });
  });

  test('works to another drive too, and into an empty folder', () => {
    earlierData();
    mkdirSync(local);
    expect(movedDataFolder(roaming, local, otherDrive).folder).toBe(local);
    expect(readdirSync(local).sort()).toEqual(all);
    expect(readFileSync(join(local, 'logs/app.log'), 'utf8')).toBe('a line');
    expect(readdirSync(profile)).toEqual(['Local']);
  });

  test('that fails halfway leaves all of it in use where it was, and is retried', () => {
    earlierData();
    const fullDrive: FolderMover = {
      ...otherDrive,
      copy(from, to) {
        mkdirSync(to);
        cpSync(join(from, 'access.db'), join(to, 'access.db'));
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      },
    };
    expect(movedDataFolder(roaming, local, fullDrive)).toEqual({ folder: roaming, note: matching(/ENOSPC/) });
    expect(readdirSync(roaming).sort()).toEqual(all);
    expect(readdirSync(profile)).toEqual(['Roaming']);
    expect(movedDataFolder(roaming, local).folder).toBe(local);
  });

  test('while another program holds a file leaves all of it in use where it was', () => {
    earlierData();
    const held: FolderMover = {
      ...otherDrive,
      rename: () => {
        throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
      },
    };
    expect(movedDataFolder(roaming, local, held)).toEqual({ folder: roaming, note: matching(/EBUSY/) });
    expect(readdirSync(roaming).sort()).toEqual(all);
  });

  test('never replaces the contents of the new location, or moves a folder without data', () => {
    mkdirSync(roaming);
    writeFileSync(join(roaming, 'lockfile'), '');
    expect(movedDataFolder(roaming, local)).toEqual({ folder: local, note: null });
    earlierData();
    mkdirSync(local);
    writeFileSync(join(local, 'access.db'), 'newer');
    expect(movedDataFolder(roaming, local)).toEqual({ folder: local, note: null });
    expect(readFileSync(join(local, 'access.db'), 'utf8')).toBe('newer');
    expect(existsSync(join(roaming, 'access.db'))).toBe(true);
  });

  test('does nothing if something else is in the new location', () => {
    earlierData();
    mkdirSync(local);
    writeFileSync(join(local, 'somebody’s'), '');
    expect(movedDataFolder(roaming, local)).toEqual({ folder: roaming, note: matching(/is taken/) });
  });
});
