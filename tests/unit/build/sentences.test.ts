import { Linter, type Linter as LinterTypes } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

/** The project's own rules, with the files they apply to. */
const config = (
  (await import(`${import.meta.dirname}/../../../eslint.config.mjs`)) as { default: LinterTypes.Config[] }
).default;
const rulesAbout = /^house\/(error-sentences|dialog-words|sentences)$/;
const blocks = config
  .filter(({ rules }) => Object.keys(rules ?? {}).some((rule) => rulesAbout.test(rule)))
  .map((block) => ({ ...block, languageOptions: { parser: tseslint.parser } }));

/** The rules that a file with this code breaks; the linter itself reports a file to which no rule applies. */
const broken = (file: string, code: string): (string | null)[] =>
  new Linter()
    .verify(code, blocks, file)
    .map(({ ruleId }) => ruleId)
    .filter((rule) => rule !== null);

describe('a sentence outside the text files is found', () => {
  test.each([
    ['an error', 'main/access/a.ts', "new CodedError({ code: 'X', message: 'No such account' });"],
    ['an error created by a function', 'main/outbox/a.ts', "throw invalid('No such account');"],
    ['a finding', 'shared/domain/batch/rules/a.ts', "error({ message: 'No role. Select one.' });"],
    [
      'one with values',
      'shared/people/a.ts',
      'const a = (name: string) => `${name} isn’t a role. Use Admin.`;',
    ],
    [
      'one in a table of reasons',
      'main/files/a.ts',
      "const reasons = { EROFS: 'the folder is read-only.' };",
    ],
    ['a page', 'main/connections/a.ts', "const page = { text: 'The answer has reached the app. Go back.' };"],
  ])('%s', (_what, file, code) => {
    expect(broken(file, code)).toContain('house/error-sentences');
  });

  test('a single word in the page', () => {
    const code = 'const Through = () => <p>through {name}</p>;';
    expect(broken('renderer/features/a/A.tsx', code)).toContain('house/sentences');
  });

  test.each([
    ['a menu item', 'main/shell/window/a.ts', "const item = { label: 'Copy Diagnostics' };"],
    ['a dialog’s title', 'main/ipc/a.ts', "ask({ title: 'Import' });"],
    ['a dialog’s buttons', 'main/shell/a.ts', "const options = { buttons: ['Cancel', agree] };"],
  ])('%s', (_what, file, code) => {
    expect(broken(file, code)).toContain('house/dialog-words');
  });
});

describe('nothing is found', () => {
  test.each([
    [
      'in a text file',
      'main/files/filesErrorText.ts',
      "const a = { noSpace: 'The disk is full. Free up some space.' };",
    ],
    ['for the log', 'main/shell/a.ts', "log.warn('A helper process has ended.');"],
    ['for developers', 'main/access/a.ts', "throw new Error('There is no such table.');"],
    ['in a schema', 'shared/domain/a.ts', "z.string().min(1, 'Enter a name for the batch.');"],
    ['SQL', 'main/access/a.ts', "db.prepare('SELECT name FROM accounts WHERE realm = ?');"],
    ['a single word', 'main/access/a.ts', "const state = 'Pending';"],
  ])('%s', (_what, file, code) => {
    expect(broken(file, code)).toEqual([]);
  });
});
