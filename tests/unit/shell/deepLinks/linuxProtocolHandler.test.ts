import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desktopEntry } from '../../../../main/shell/deepLinks/desktopEntry';
import { createLinuxProtocolHandler } from '../../../../main/shell/deepLinks/linuxProtocolHandler';

let dataFolder: string;
/** The desktop's registered handler for our links, and the commands it got. */
let noted: string;
let commands: string[][];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'amc-xdg-'));
  noted = '';
  commands = [];
});
afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true });
});

const linksOf = (program: string, packageEntry: string | null = null) =>
  createLinuxProtocolHandler({
    dataFolder,
    command: [program],
    packageEntry,
    xdgMime(what = '', name = '', type = '') {
      commands.push([what, name, type]);
      if (what === 'default') noted = name;
      return Promise.resolve(what === 'query' ? `${noted}\n` : '');
    },
  });

describe('links on a Linux desktop', () => {
  it('have no handler, and nothing is written, until a person asks for it', async () => {
    const links = linksOf('/opt/AMC.AppImage');
    expect(await links.isArranged()).toBeNull();
    expect(readdirSync(dataFolder)).toEqual([]);
    expect(commands.map(([what]) => what)).toEqual(['query']);
  });

  it('are handled by this program from then on, with only what the entry says', async () => {
    const links = linksOf('/opt/AMC.AppImage');
    await links.arrange();
    expect(await links.isArranged()).toBe('here');
    const folder = join(dataFolder, 'applications');
    const [name = ''] = readdirSync(folder);
    const entry = readFileSync(join(folder, name), 'utf8');
    expect(entry).toContain('Exec=/opt/AMC.AppImage -- %u\n');
    expect(entry).toContain('MimeType=x-scheme-handler/amc-access;\n');
    expect(commands.filter(([what]) => what === 'default')).toEqual([
      ['default', name, 'x-scheme-handler/amc-access'],
    ]);
  });

  it('are not handled by this program when another copy wrote the entry', async () => {
    await linksOf('/opt/old.AppImage').arrange();
    expect(await linksOf('/opt/new.AppImage').isArranged()).toBeNull();
  });

  it('follow an update, which has another file, and open the new one', async () => {
    await linksOf('/opt/amc-1.AppImage').arrange();
    const updated = linksOf('/opt/amc-2.AppImage');
    await updated.follow();
    expect(await updated.isArranged()).toBe('here');
    const [name = ''] = readdirSync(join(dataFolder, 'applications'));
    expect(readFileSync(join(dataFolder, 'applications', name), 'utf8')).toContain(
      'Exec=/opt/amc-2.AppImage',
    );
  });

  it('are updated only if the person registered them, and this program still handles them', async () => {
    await linksOf('/opt/amc-1.AppImage').follow();
    expect(readdirSync(dataFolder)).toEqual([]);
    await linksOf('/opt/amc-1.AppImage').arrange();
    noted = 'amc-access-manager.desktop';
    const updated = linksOf('/opt/amc-2.AppImage');
    await updated.follow();
    noted = 'amc-access-manager-links.desktop';
    expect(await updated.isArranged()).toBeNull();
  });

  it('have no handler after they are given up', async () => {
    const links = linksOf('/opt/AMC.AppImage');
    await links.arrange();
    await links.giveBack();
    expect(await links.isArranged()).toBeNull();
    expect(readdirSync(join(dataFolder, 'applications'))).toEqual([]);
    await links.giveBack();
  });

  it('are handled by an installed package without an entry of ours', async () => {
    noted = 'amc-access-manager.desktop';
    expect(await linksOf('/usr/bin/amc', 'amc-access-manager.desktop').isArranged()).toBe('package');
    expect(await linksOf('/elsewhere/amc').isArranged()).toBeNull();
  });

  it('have no handler if the desktop has no such tool', async () => {
    const links = createLinuxProtocolHandler({
      dataFolder,
      command: ['/x'],
      packageEntry: null,
      xdgMime: () => Promise.reject(new Error('ENOENT')),
    });
    expect(await links.isArranged()).toBeNull();
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
  ])('%s is read as that path by the desktop', (program, written) => {
    expect(desktopEntry([program])).toContain(`\nExec=${written} -- %u\n`);
  });
});
