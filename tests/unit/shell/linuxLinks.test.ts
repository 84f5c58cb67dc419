import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopEntry } from '../../../main/shell/desktopEntry';
import { createLinuxLinks } from '../../../main/shell/linuxLinks';

let dataFolder: string;
/** What the desktop has noted as the one for our links, and what it was told. */
let noted: string;
let told: string[][];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'amc-xdg-'));
  noted = '';
  told = [];
});
afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true });
});

const linksOf = (program: string, packageEntry: string | null = null) =>
  createLinuxLinks({
    dataFolder,
    command: [program],
    packageEntry,
    xdgMime(what = '', name = '', type = '') {
      told.push([what, name, type]);
      if (what === 'default') noted = name;
      return Promise.resolve(what === 'query' ? `${noted}\n` : '');
    },
  });

describe('links on a Linux desktop', () => {
  it('are nobody’s, and nothing is written, until the person asks', async () => {
    const links = linksOf('/opt/AMC.AppImage');
    expect(await links.isArranged()).toBe(false);
    expect(readdirSync(dataFolder)).toEqual([]);
    expect(told.map(([what]) => what)).toEqual(['query']);
  });

  it('are this program’s from then on, with what the entry says and no more', async () => {
    const links = linksOf('/opt/AMC.AppImage');
    await links.arrange();
    expect(await links.isArranged()).toBe(true);
    const folder = join(dataFolder, 'applications');
    const [name = ''] = readdirSync(folder);
    const entry = readFileSync(join(folder, name), 'utf8');
    expect(entry).toContain('Exec=/opt/AMC.AppImage -- %u\n');
    expect(entry).toContain('MimeType=x-scheme-handler/amc-access;\n');
    expect(told.filter(([what]) => what === 'default')).toEqual([
      ['default', name, 'x-scheme-handler/amc-access'],
    ]);
  });

  it('are not this program’s when another copy wrote the entry', async () => {
    await linksOf('/opt/old.AppImage').arrange();
    expect(await linksOf('/opt/new.AppImage').isArranged()).toBe(false);
  });

  it('are an installed package’s without any entry of ours', async () => {
    noted = 'amc-access-manager.desktop';
    expect(await linksOf('/usr/bin/amc', 'amc-access-manager.desktop').isArranged()).toBe(true);
    expect(await linksOf('/elsewhere/amc').isArranged()).toBe(false);
  });

  it('are nobody’s where the desktop has no such tool', async () => {
    const links = createLinuxLinks({
      dataFolder,
      command: ['/x'],
      packageEntry: null,
      xdgMime: () => Promise.reject(new Error('ENOENT')),
    });
    expect(await links.isArranged()).toBe(false);
    await expect(links.arrange()).rejects.toThrow();
  });
});

describe('the entry’s command', () => {
  it.each([
    ['/opt/a b', '"/opt/a b"'],
    ['/opt/AMC-1.2_x64.AppImage', '/opt/AMC-1.2_x64.AppImage'],
    ['/opt/100%', '/opt/100%%'],
    ['/opt/100 %', '"/opt/100 %%"'],
    ['/opt/é', '"/opt/é"'],
    ['/opt/a"b', '"/opt/a\\\\"b"'],
    ['/opt/$HOME`x`', '"/opt/\\\\$HOME\\\\`x\\\\`"'],
    ['/opt/a\\b', '"/opt/a\\\\\\\\b"'],
  ])('%s is read as that by the desktop', (program, written) => {
    expect(desktopEntry([program])).toContain(`\nExec=${written} -- %u\n`);
  });
});
