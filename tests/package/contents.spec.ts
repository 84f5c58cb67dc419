import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { packaged } from './packagedApp';

const asar = join(packaged.resources, 'app.asar');

test('every fuse of the program is set as documented', async () => {
  const wire: Record<string, unknown> = { ...(await getCurrentFuseWire(packaged.program)) };
  const states = Object.entries(wire).filter(([position]) => /^\d+$/.test(position));
  const decided = {
    [FuseV1Options.RunAsNode]: 'off',
    [FuseV1Options.EnableCookieEncryption]: 'on',
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: 'off',
    [FuseV1Options.EnableNodeCliInspectArguments]: 'off',
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: 'on',
    [FuseV1Options.OnlyLoadAppFromAsar]: 'on',
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: 'off',
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: 'off',
    // The ninth, wasmTrapHandlers, which an older Electron doesn't have.
    ...(states.length > 8 ? { 8: 'on' } : {}),
  };
  const read = states.map(([position, state]) => [position, state === '1'.charCodeAt(0) ? 'on' : 'off']);
  expect(Object.fromEntries(read)).toEqual(decided);
});

test('the package contains the built program and what it needs, and nothing else', () => {
  const files = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  const places = new Set(
    files.map((path) => /^\/(dist\/[^/]+|node_modules\/(@[^/]+\/)?[^/]+|[^/]+)/.exec(path)?.[1]),
  );
  expect([...places].toSorted()).toEqual([
    'dist',
    'dist/main',
    'dist/preload',
    'dist/renderer',
    'node_modules',
    'node_modules/@photostructure',
    'node_modules/@photostructure/sqlite',
    'node_modules/keytar',
    'node_modules/node-gyp-build',
    'package.json',
  ]);
  expect(files.filter((path) => /\.(map|ts|cc|cpp|h|gyp)$/.test(path))).toEqual([]);
  const native = files.filter((path) => path.endsWith('.node'));
  expect(native).toHaveLength(2);
  for (const path of native) {
    expect(path).toContain(`/prebuilds/${process.platform}-${process.arch}/`);
    expect(existsSync(`${asar}.unpacked${path}`)).toBe(true);
  }
  expect(existsSync(join(packaged.resources, 'default_app.asar'))).toBe(false);
  expect(getRawHeader(asar).headerString).toContain('"integrity"');
});

test('no script has a character for which V8 would keep all of it with two bytes per character', () => {
  const scripts = listPackage(asar, { isPack: false })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^\/dist\/.+\.c?js$/.test(path));
  expect(scripts.length).toBeGreaterThan(10);
  const wide = scripts.filter((path) =>
    /[^\p{ASCII}]/u.test(extractFile(asar, normalize(path.slice(1))).toString('utf8')),
  );
  expect(wide).toEqual([]);
});

test('the licenses of everything included are beside the program', () => {
  const read = (file: string): string => readFileSync(join(packaged.licences, file), 'utf8');
  expect(read('LICENSE.electron.txt')).toContain('Electron');
  expect(read('LICENSES.chromium.html')).toContain('Chromium');
  const thirdParty = read('THIRD-PARTY-LICENSES.txt');
  for (const name of [
    'react',
    'axios',
    '@cloudscape-design/components',
    '@github/keytar',
    '@photostructure/sqlite',
  ]) {
    expect(thirdParty).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\S*: \\S`, 'm'));
  }
  // Tools that build and test aren't part of it.
  expect(thirdParty).not.toMatch(/^(typescript|vite|electron-builder|@playwright\/test) /m);
});
