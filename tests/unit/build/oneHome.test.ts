import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

const files = ['main', 'preload', 'renderer', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('main/storage/migrations/')),
);
const code = new Map(
  files.map((file) => [
    file,
    readFileSync(join(root, file), 'utf8').replace(/^\s*(\/\*\*|\*|\/\/).*$/gm, ''),
  ]),
);

/** Knowledge that has one home; every other file imports it. */
test.each([
  ['the link scheme', /['"`]amc-access['"`]|amc-access:\/\//, ['shared/domain/redeem/linkScheme.ts']],
  ['the open statuses', /'queued', 'sending', 'inDoubt'/, ['shared/domain/outbox/openStatuses.ts']],
  [
    'the key of an account',
    /JSON\.stringify\(\[[\w.]*realm, [\w.]*accountId\]\)/,
    ['shared/util/accountKey.ts'],
  ],
  ['how many days are soon', /expiresWithinDays: \d/, []],
  ['the limit of accounts at once', /parallelAccounts = \d/, ['shared/domain/outbox/parallelAccounts.ts']],
  ['an address of a screen', /pageUrl\}?#\/|`\$\{pageUrl\}#/, []],
] as const)('%s stands in one file', (_what, pattern, homes) => {
  expect(files.filter((file) => pattern.test(code.get(file) ?? ''))).toEqual(homes);
});
