import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tableEndings } from '../../../main/batches/import/opening/tableFile';
import { batchFileEnding } from '../../../shared/domain/approval/batchFile';
import { appIdentity } from '../../../main/shell/identity/appIdentity';

const root = join(import.meta.dirname, '../../..');
const manifest = z
  .object({ name: z.string(), desktopName: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

/** electron-builder's own reader of its file. */
const { load } = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'))(
  'js-yaml',
) as { readonly load: (text: string) => unknown };

/** A plain script, without types. */
const { packagingArguments } = (await import(
  pathToFileURL(join(root, 'scripts/package/packaging-arguments.mjs')).href
)) as {
  readonly packagingArguments: (
    platform: NodeJS.Platform,
    arch: string,
    targets: readonly string[],
    env: NodeJS.ProcessEnv,
  ) => readonly string[];
};

const targets = (...names: readonly string[]) =>
  z
    .array(z.object({ target: z.string(), arch: z.array(z.string()) }))
    .refine((found) => names.every((name) => found.some(({ target }) => target === name)));

/** What a system requires of its packages. */
const needs = {
  every: z.object({
    appId: z.literal(appIdentity.appId),
    protocols: z
      .array(z.object({ schemes: z.array(z.literal(appIdentity.linkScheme)).nonempty() }))
      .nonempty(),
    // All systems load native code from real files only.
    asarUnpack: z.array(z.string()).refine((patterns) => patterns.includes('**/*.node')),
  }),
  darwin: z.object({
    // Otherwise Apple silicon kills the program whose fuses were set.
    electronFuses: z.looseObject({ resetAdHocDarwinSignature: z.literal(true) }),
    mac: z.looseObject({
      target: targets('dmg', 'zip').refine((found) =>
        found.every(({ arch }) => arch.includes('arm64') && arch.includes('x64')),
      ),
      // A name or null here would override the identity of the person who signs a release.
      identity: z.undefined().optional(),
    }),
  }),
  win32: z.object({
    win: z.looseObject({ target: targets('nsis') }),
    // The page that asks for whom to install, and no administrator rights for oneself.
    nsis: z.object({ oneClick: z.literal(false), perMachine: z.literal(false), include: z.string() }).loose(),
  }),
  linux: z.object({
    linux: z.looseObject({
      target: targets('AppImage', 'deb', 'tar.gz'),
      syncDesktopName: z.literal(true),
      executableName: z.literal(manifest.name),
    }),
    // If omitted, electron-builder writes --no-sandbox there.
    appImage: z.object({ executableArgs: z.array(z.string()).length(0) }),
  }),
};

describe('electron-builder.yml', () => {
  const configuration = load(readFileSync(join(root, 'electron-builder.yml'), 'utf8'));

  test.each(Object.entries(needs))('has what %s needs', (_system, schema) => {
    expect(schema.safeParse(configuration).error?.issues ?? []).toEqual([]);
  });

  test('names files that exist', () => {
    const { nsis, mac, win } = z
      .object({
        nsis: z.object({ include: z.string() }),
        mac: z.object({ icon: z.string() }),
        win: z.object({ icon: z.string() }),
      })
      .parse(configuration);
    for (const file of [nsis.include, mac.icon, win.icon]) {
      expect(readFileSync(join(root, file)).length).toBeGreaterThan(0);
    }
  });
});

test('the Linux desktop entry has the name the program looks for', () => {
  expect(manifest.desktopName).toBe(appIdentity.desktopEntry);
});

test('file managers offer the app for files it can import, and their default app stays', () => {
  const ownOnly = z.array(z.object({ ext: z.literal(batchFileEnding) })).length(1);
  const { mac, linux, ...others } = z
    .object({
      mac: z.object({
        fileAssociations: z.array(z.object({ ext: z.array(z.string()), role: z.string(), rank: z.string() })),
      }),
      linux: z.object({ mimeTypes: z.array(z.string()), fileAssociations: ownOnly }),
      // On every system, these would become the default on Windows.
      fileAssociations: z.undefined().optional(),
      win: z.object({ fileAssociations: ownOnly }),
    })
    .parse(load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')));
  expect(others.fileAssociations).toBeUndefined();
  const own = mac.fileAssociations.filter(({ rank }) => rank === 'Owner');
  expect(own).toMatchObject([{ ext: [batchFileEnding] }]);
  const tables = mac.fileAssociations.filter((each) => !own.includes(each));
  expect(tables.flatMap(({ ext }) => ext).toSorted()).toEqual(tableEndings.toSorted());
  expect(new Set(tables.map(({ role, rank }) => `${role} ${rank}`))).toEqual(new Set(['Viewer Alternate']));
  expect(linux.mimeTypes).toEqual(
    expect.arrayContaining(['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']),
  );
  const script = readFileSync(join(root, 'scripts/package/installer.nsh'), 'utf8');
  const endings = [...script.matchAll(/SupportedTypes" "\.(\w+)" ""/g)].map(([, ending]) => ending);
  expect(endings.toSorted()).toEqual(tableEndings.toSorted());
});

test('the uninstaller removes the link registrations of the program', () => {
  const script = readFileSync(join(root, 'scripts/package/installer.nsh'), 'utf8');
  expect(script).toContain(`DeleteRegKey HKCU "Software\\Classes\\${appIdentity.linkScheme}"`);
});

describe('packaging on', () => {
  const adHoc = ['-c.mac.identity=-', '-c.mac.hardenedRuntime=false'];
  test.each<[NodeJS.Platform, NodeJS.ProcessEnv, readonly string[]]>([
    ['darwin', {}, ['--mac', 'dir', '--arm64', '--publish', 'never', ...adHoc]],
    ['darwin', { CSC_LINK: '', CSC_NAME: '' }, ['--mac', 'dir', '--arm64', '--publish', 'never', ...adHoc]],
    ['darwin', { CSC_LINK: 'cert.p12' }, ['--mac', 'dir', '--arm64', '--publish', 'never']],
    ['darwin', { CSC_NAME: 'An Agency' }, ['--mac', 'dir', '--arm64', '--publish', 'never']],
    ['win32', {}, ['--win', 'dir', '--arm64', '--publish', 'never']],
    ['linux', {}, ['--linux', 'dir', '--arm64', '--publish', 'never']],
  ])('%s with %j asks electron-builder for the right signature', (platform, env, expected) => {
    expect(packagingArguments(platform, 'arm64', ['dir'], env)).toEqual(expected);
  });
});
