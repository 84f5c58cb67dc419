import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { mentionsRetiredPhrase, retiredPhrasesIn } from './retiredPhrases';

interface RetiredNames {
  readonly retired: Readonly<Record<string, string>>;
  readonly retiredAtTheStart: Readonly<Record<string, string>>;
  readonly stay: readonly { readonly names: readonly string[]; readonly because: string }[];
  readonly languageFiles: readonly string[];
}

const root = join(import.meta.dirname, '../../..');
const folders = ['main', 'preload', 'renderer', 'shared', 'scripts', 'tests'];
const list = JSON.parse(readFileSync(join(import.meta.dirname, 'retiredWords.json'), 'utf8')) as RetiredNames;
const stay = new Set(list.stay.flatMap(({ names }) => names));

/** The retired words among the names that a file declares, each with what to use instead. */
function retiredIn(file: string, code: string): readonly string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = declaredName(node);
    if (name !== undefined && !stay.has(name.text)) {
      const line = source.getLineAndCharacterOfPosition(name.getStart(source)).line + 1;
      found.push(...remedies(file, name.text).map((remedy) => `${file}:${line} ${name.text}: ${remedy}`));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function declaredName(node: ts.Node): ts.Identifier | undefined {
  const { name } = node as { readonly name?: ts.Node };
  const isUse =
    ts.isPropertyAccessExpression(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isImportSpecifier(node) ||
    ts.isJsxAttribute(node);
  return name !== undefined && ts.isIdentifier(name) && !isUse ? name : undefined;
}

function remedies(file: string, name: string): readonly string[] {
  const parts = name
    .replace(/under_?way/gi, 'pending')
    .split(/(?=[A-Z])|_|(?<=[a-z])(?=\d)/)
    .map((part) => part.toLowerCase());
  const ofText = list.languageFiles.some((path) => file.startsWith(path));
  return parts.flatMap((part, index) => {
    if (ofText && (part === 'word' || part === 'words')) return [];
    const remedy = list.retired[part] ?? (index === 0 ? list.retiredAtTheStart[part] : undefined);
    return typeof remedy === 'string' ? [`“${part}” is retired; ${remedy}`] : [];
  });
}

const codeFiles = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file).replaceAll('\\', '/')),
);

describe('names', () => {
  test('contain no retired word', () => {
    const found = codeFiles.flatMap((file) => retiredIn(file, readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual([]);
  }, 60_000);

  test.each([
    ['a variable', 'const toldInvitation = 1;', 'name the thing: listed, answer, reported, lastSent'],
    ['a parameter', 'export const f = (chosen: string) => chosen;', 'use selected'],
    ['a property of a type', 'interface A { readonly longestName: number }', 'use max'],
    ['a function', 'function writeWay() {}', 'use access (AccountAccess) or connection'],
    ['a part of another object', 'const { trouble: anyTrouble } = a;', 'use problem or error'],
  ])('with a retired word are found: %s', (_what, code, remedy) => {
    expect(retiredIn('main/a.ts', code)).toEqual([expect.stringContaining(remedy)]);
  });

  test.each([
    ['stored names', 'const { trouble, lapsingSoon } = a;'],
    ['uses of names from elsewhere', 'const a = b.told;'],
    ['the same letters in another word', 'const almost = always + always2;'],
    ['changes under way', 'const changesUnderWay = 1;'],
  ])('without one are not: %s', (_what, code) => {
    expect(retiredIn('main/a.ts', code)).toEqual([]);
  });

  test('that are exceptions are still in use', () => {
    const all = codeFiles.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
    expect([...stay].filter((name) => !new RegExp(`\\b${name}\\b`).test(all))).toEqual([]);
    expect(list.languageFiles.filter((path) => !codeFiles.some((file) => file.startsWith(path)))).toEqual([]);
  });
});

/** Retired in what people read: the words of a text, whatever its case. */
const retiredInTexts =
  /\b(lapse[sd]?|lapsing|anew|e-mails?|ways? in|mend(s|ed|ing)?|in vain|any more|set-up|favourites?|chosen|cancelled)\b/i;

/** The retired words in the strings of a file of texts. */
function retiredInTextsOf(file: string, code: string): readonly string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    const retired = isText ? retiredInTexts.exec(node.text)?.[0] : undefined;
    if (retired !== undefined) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push(`${file}:${line} “${retired}” is retired`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Files with the same ending that contain what people type, which may be anything. */
const notRead = ['renderer/features/batches/gridModel/commands/clipboardText.ts'];

describe('texts', () => {
  const textFiles = codeFiles.filter((file) => file.endsWith('Text.ts') && !notRead.includes(file));

  test('contain no retired word', () => {
    expect(textFiles.length).toBeGreaterThan(60);
    const found = textFiles.flatMap((file) => retiredInTextsOf(file, readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual([]);
  });

  test.each([
    ['a sentence', "export const aText = { soon: 'Lapsing soon' };", 'Lapsing'],
    ['a part of one', 'const f = (n: number) => `${n} chosen by ${n}`;', 'chosen'],
  ])('with a retired word are found: %s', (_what, code, retired) => {
    expect(retiredInTextsOf('renderer/aText.ts', code)).toEqual([
      `renderer/aText.ts:1 “${retired}” is retired`,
    ]);
  });

  test('without one are not, whatever a name in the code is', () => {
    expect(retiredInTextsOf('renderer/aText.ts', "const a = { lapsed: 'Expired' };")).toEqual([]);
  });
});

/** The text of a comment on one line. */
const onOneLine = (comment: string): string => comment.replace(/\s+(?:\*|\/\/)?\s*/g, ' ');

/** The retired words in the comments of a file, each with what to use instead. */
function retiredInCommentsOf(file: string, code: string): readonly string[] {
  // Finding the comments takes seconds for all files, and few mention such a word anywhere.
  if (!mentionsRetiredPhrase(onOneLine(code))) return [];
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const comments = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) return;
    const ranges = [
      ...(ts.getLeadingCommentRanges(code, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(code, node.end) ?? []),
    ];
    for (const { pos, end } of ranges) comments.set(pos, end);
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  return [...comments].flatMap(([pos, end]) => {
    const line = source.getLineAndCharacterOfPosition(pos).line + 1;
    return retiredPhrasesIn(onOneLine(code.slice(pos, end))).map((remedy) => `${file}:${line} ${remedy}`);
  });
}

describe('comments', () => {
  test('contain no retired word', () => {
    const found = codeFiles.flatMap((file) =>
      retiredInCommentsOf(file, readFileSync(join(root, file), 'utf8')),
    );
    expect(found).toEqual([]);
  }, 60_000);

  test.each([
    ['of a line', '// Told in vain.\nconst a = 1;', ['Told', 'in vain']],
    ['of documentation', '/** Whoever asks. */\nconst a = 1;', ['Whoever']],
    ['after code', 'const a = 1; // lapsed', ['lapsed']],
    ['across two lines', '/** It goes by\n * itself. */\nconst a = 1;', ['by itself']],
  ])('with a retired word are found: %s', (_what, code, retired) => {
    const found = retiredInCommentsOf('main/a.ts', code);
    expect(found.map((text) => /“(.+)”/.exec(text)?.[1])).toEqual(retired);
  });

  test.each([
    ['names in the code', '/** A `lapsed` one. */\nconst a = 1;'],
    ['strings', "const a = '// told';"],
  ])('without one are not: %s', (_what, code) => {
    expect(retiredInCommentsOf('main/a.ts', code)).toEqual([]);
  });
});
