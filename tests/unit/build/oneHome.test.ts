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

/** Fields joined into one text, as JSON or as a template. */
function keyOf(...fields: readonly string[]): RegExp {
  const json = `JSON\\.stringify\\(\\[${fields.map((field) => `[\\w.]*\\b${field}`).join(', ')}\\]\\)`;
  const template = `\`${fields.map((field) => `\\$\\{[\\w.]*\\b${field}\\}`).join('[^$]{1,2}')}\``;
  return new RegExp(`${json}|${template}`);
}

/** Knowledge with a single home; every other file imports it. */
test.each([
  ['the link scheme', /amc-access(?!-manager)/, ['shared/domain/redeem/linkScheme.ts']],
  ['the open statuses', /'queued', 'sending', 'inDoubt'/, ['shared/domain/outbox/openStatuses.ts']],
  ['the sum of what is open', /\w+\.queued \+ \w+\.sending/, []],
  ['the key of an account', keyOf('realm', 'accountId'), ['shared/util/accountKey.ts']],
  [
    'the key of an account as a connection leads to it',
    keyOf('connectionId', 'accountId'),
    ['shared/util/accountKey.ts'],
  ],
  [
    'the key of an account as it is asked through a connection',
    keyOf('connectionId', 'realm', 'accountId'),
    ['main/outbox/journal/append.ts'],
  ],
  ['how many days are soon', /expiresWithinDays: \d|within \d days|in \d days/, []],
  ['the limit of accounts at once', /parallelAccounts = \d/, ['shared/domain/outbox/parallelAccounts.ts']],
  ['an address of a screen', /pageUrl\}?#\/|`\$\{pageUrl\}#/, []],
] as const)('%s is defined in one file', (_what, pattern, homes) => {
  expect(files.filter((file) => pattern.test(code.get(file) ?? ''))).toEqual(homes);
});
