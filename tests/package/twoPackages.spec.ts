import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { debuggable, packaged } from './packagedApp';

const digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The paths at which two listings differ, or that only one of them has. */
const differing = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));

/** Every file of a folder by its path, with what is in it. */
const filesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path);
      if (entry.isSymbolicLink()) return [[name, readlinkSync(path)] as const];
      return entry.isFile() ? [[name, digest(readFileSync(path))] as const] : [];
    }),
  );

/** Every file inside an asar by its path, with what is in it. */
const filesIn = (asar: string): Map<string, string> =>
  new Map(
    listPackage(asar, { isPack: false }).flatMap((path) => {
      try {
        return [[path, digest(extractFile(asar, path.slice(1)))] as const];
      } catch {
        return []; // a folder
      }
    }),
  );

test('the package used for tests differs from the released one in one constant and nothing else', () => {
  const folders = differing(filesOf(packaged.folder), filesOf(debuggable.folder));
  const asar = relative(packaged.folder, join(packaged.resources, 'app.asar'));
  // Where the integrity of the asar is checked, the program or its Info.plist names the asar's hash.
  const namesTheHash = { linux: [], darwin: [/Info\.plist$/, /_CodeSignature/], win32: [/\.exe$/] };
  const allowed: readonly RegExp[] =
    process.platform in namesTheHash ? namesTheHash[process.platform as keyof typeof namesTheHash] : [];
  expect(folders.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([asar]);

  const asars = [packaged, debuggable].map(({ resources }) => join(resources, 'app.asar'));
  const [ships = '', driven = ''] = asars;
  expect(filesIn(ships).size).toBeGreaterThan(20);
  expect(differing(filesIn(ships), filesIn(driven))).toEqual([join('/dist/main/index.js')]);

  const [shipped = [], changed = []] = asars.map((file) =>
    extractFile(file, 'dist/main/index.js').toString().split('\n'),
  );
  expect(changed).toHaveLength(shipped.length);
  const lines = shipped.flatMap((line, index) => (line === changed[index] ? [] : [[line, changed[index]]]));
  expect(lines).toHaveLength(1);
  const [[line = '', other = ''] = []] = lines;
  expect(line).toMatch(/allowsDebugging: false\b/);
  expect(line.replace('allowsDebugging: false', 'allowsDebugging: true')).toBe(other);
});
