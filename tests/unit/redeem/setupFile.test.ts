import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSetup, saveSetup } from '../../../main/redeem/setupFile';
import { connectionOf } from '../renderer/redeem/support';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amc-setup-'));
  file = join(folder, 'AMC setup.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const setup = { label: 'Northwind', region: 'eu', clientId: 'amzn1.client', returnPort: 8710 } as const;
const setupText = (content: object): string =>
  JSON.stringify({ kind: 'AMC Access Manager set-up', ...content });
const written = (content: string | Uint8Array): Promise<unknown> => {
  writeFileSync(file, content);
  return readSetup(file);
};

describe('a setup file', () => {
  it('contains name, region, client ID and return port, and is read back the same', async () => {
    await saveSetup(file, connectionOf({ ...setup, hasClientSecret: true }));
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/secret|endpoint|identity|Sam/i);
    expect(await readSetup(file)).toEqual(setup);
  });

  it('may begin with a byte order mark, as editors on Windows write it', async () => {
    expect(await written(`\uFEFF${setupText(setup)}`)).toEqual(setup);
  });

  it.each([
    ['is empty', ''],
    ['is not JSON', '{'],
    ['is another program’s', JSON.stringify(setup)],
    ['is a list', JSON.stringify([setup])],
    ['is null', 'null'],
    ['holds a secret', setupText({ ...setup, clientSecret: 'x' })],
    ['holds endpoints', setupText({ ...setup, endpoints: {} })],
    ['has an unknown region', setupText({ ...setup, region: 'xx' })],
    ['has a port that no connection may use', setupText({ ...setup, returnPort: 80 })],
    ['has a name that reads backwards', setupText({ ...setup, label: 'Northwind \u202Egnp.eciovni' })],
    ['has a name with something hidden', setupText({ ...setup, label: 'North\u200Bwind' })],
    ['has a client ID that reads backwards', setupText({ ...setup, clientId: 'amzn1.\u202Etneilc' })],
    ['is far too long', `${setupText(setup)}${' '.repeat(20_000)}`],
    ['is a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 254])],
  ])('that %s is rejected, with what to do', async (_what, content) => {
    await expect(written(content)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(/Ask for it again/),
    });
  });

  it('that cannot be opened is rejected too', async () => {
    await expect(readSetup(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
