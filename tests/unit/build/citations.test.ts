import { describe, expect, test } from 'vitest';
import { repositoryFiles, textOf } from '../../support/fixtures/repository';

const code = repositoryFiles.filter((file) => /\.(tsx?|mjs|cjs)$/.test(file));
const documents = repositoryFiles.filter((file) => file.endsWith('.md'));

describe('docs/amazon-api.md', () => {
  const sections = new Set(
    [...textOf('docs/amazon-api.md').matchAll(/^## (\d+)\. /gm)].map(([, number]) => number),
  );

  test('has every section that a comment cites', () => {
    const missing = [...code, ...documents].flatMap((file) =>
      [...textOf(file).matchAll(/amazon-api ((?:§\d+(?:, )?)+)/g)]
        .flatMap(([, cited = '']) => cited.match(/\d+/g) ?? [])
        .filter((number) => !sections.has(number))
        .map((number) => `${file}: §${number}`),
    );
    expect(missing).toEqual([]);
  });

  test('is cited in one form', () => {
    const other = [...code, ...documents].filter((file) =>
      /amazon-contract|amazon-api\.md §/.test(textOf(file)),
    );
    expect(other.filter((file) => file !== 'tests/unit/build/citations.test.ts')).toEqual([]);
  });
});

describe('docs/sending.md', () => {
  /** Each rule's number, and the tests that prove it. */
  const rules = new Map(
    textOf('docs/sending.md')
      .split(/^\*\*(?=S\d+\.)/m)
      .slice(1)
      .map((rule) => [/^S\d+/.exec(rule)?.[0] ?? '', rule.match(/tests\/[\w/]+\.test\.ts/g) ?? []]),
  );
  const tests = code.filter((file) => file.startsWith('tests/unit/'));
  const namedIn = (file: string): string[] =>
    [...textOf(file).matchAll(/\/\/ docs\/sending\.md: (.+)$/gm)].flatMap(([, named = '']) =>
      named.split(', '),
    );

  test('numbers its rules from S1 on, and each is proved by a test', () => {
    expect([...rules.keys()]).toEqual(Array.from({ length: rules.size }, (_, index) => `S${index + 1}`));
    expect([...rules].filter(([, proofs]) => proofs.length === 0)).toEqual([]);
  });

  test('agrees with the tests on what proves which rule', () => {
    const pairs = (all: Iterable<readonly [string, readonly string[]]>, flip: boolean): Set<string> =>
      new Set(
        [...all].flatMap(([one, others]) =>
          others.map((other) => (flip ? `${other} ${one}` : `${one} ${other}`)),
        ),
      );
    expect(
      pairs(
        tests.map((file) => [file, namedIn(file)]),
        true,
      ),
    ).toEqual(pairs(rules, false));
  });
});
