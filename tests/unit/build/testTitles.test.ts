import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { repositoryFiles, textOf } from '../../support/fixtures/repository';
import { retiredPhrasesInTitle } from './retiredPhrases';

const titledCalls = new Set(['describe', 'it', 'test']);

/** The name that a call begins with: `test` for `test(...)`, `test.each(...)(...)` and `test.describe(...)`. */
function calledName(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  const isLonger = ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression);
  return isLonger ? calledName(expression.expression) : '';
}

/** The text of a title. What a template fills in is left out. */
function titleText(node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

/** The titles of the tests in a file, with their lines. Rows of tables aren't titles: they may be data. */
function titlesIn(file: string, code: string): readonly (readonly [line: number, title: string])[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const titles: (readonly [number, string])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && titledCalls.has(calledName(node.expression))) {
      const [first] = node.arguments;
      const title = titleText(first);
      if (first !== undefined && title !== undefined) {
        titles.push([source.getLineAndCharacterOfPosition(first.getStart(source)).line + 1, title]);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

/** The retired phrases in the titles of a file, each with its line and what to say instead. */
const retiredInTitlesOf = (file: string, code: string): readonly string[] =>
  titlesIn(file, code).flatMap(([line, title]) =>
    retiredPhrasesInTitle(title).map((remedy) => `${file}:${line} ${remedy}`),
  );

describe('test titles', () => {
  const testFiles = repositoryFiles.filter((file) => /^tests\/.*\.(test|spec)\.tsx?$/.test(file));

  test('contain no retired phrase', () => {
    expect(testFiles.length).toBeGreaterThan(250);
    expect(testFiles.flatMap((file) => retiredInTitlesOf(file, textOf(file)))).toEqual([]);
  }, 60_000);

  test.each([
    ['of a test', "test('whoever asks is told', () => {});", ['whoever', 'told']],
    ['of a group', "describe('a row that lapsed', () => {});", ['lapsed']],
    ['of a table', "it.each([1])('%i goes on by itself', () => {});", ['goes on', 'by itself']],
    ['of an end-to-end group', "test.describe('in vain', () => {});", ['in vain']],
    ['with values', 'test(`with ${a} it tells ${b} anew`, () => {});', ['tells', 'anew']],
  ])('%s are read', (_what, code, phrases) => {
    const found = retiredInTitlesOf('tests/a.test.ts', code);
    expect(found.map((text) => /“(.+)”/.exec(text)?.[1])).toEqual(phrases);
  });

  test.each([
    ['names of the code', "test('a `lapsed` row', () => {});"],
    ['rows of a table', "test.each(['told'])('%s is a state', () => {});"],
    ['other strings of a test', "test('a title', () => { say('told'); });"],
  ])('may contain %s', (_what, code) => {
    expect(retiredInTitlesOf('tests/a.test.ts', code)).toEqual([]);
  });
});
