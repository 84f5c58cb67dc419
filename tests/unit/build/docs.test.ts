import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryFiles, textOf } from '../../support/fixtures/repository';

const documents = repositoryFiles.filter((file) => file.endsWith('.md'));
const files = new Set(repositoryFiles);
const names = new Set(repositoryFiles.map((file) => posix.basename(file)));
const folders = new Set(repositoryFiles.flatMap(foldersOf));

const exists = (path: string): boolean => files.has(path) || folders.has(path.replace(/\/$/, ''));

function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

const withoutBlocks = (text: string): string => text.replace(/^( *)```[^]*?^\1```$/gm, '');
const withoutCode = (text: string): string => withoutBlocks(text).replace(/`[^`\n]*`/g, '');

/** What a document links to, except other sites. */
function linksIn(document: string): string[] {
  const targets = [...withoutCode(textOf(document)).matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, target = '']) => target,
  );
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** The file a link points to, and its part: none if it points to the whole. */
function targetOf(document: string, link: string): [file: string, anchor: string | undefined] {
  const [path = '', anchor] = link.split('#');
  return [path === '' ? document : posix.join(posix.dirname(document), path), anchor];
}

/** The anchors of a document's headings, as code hosts generate them. */
function anchorsIn(document: string): Set<string> {
  const headings = [...withoutBlocks(textOf(document)).matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) => heading,
  );
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );
}

/** `a/{b,c}.ts` as `a/b.ts` and `a/c.ts`. */
function unfolded(path: string): string[] {
  const [all, before = '', inside = '', after = ''] = /^(.*?)\{(.+?)\}(.*)$/.exec(path) ?? [];
  if (all === undefined) return [path];
  return inside.split(',').flatMap((one) => unfolded(before + one + after));
}

const isCode = /\.(tsx?|mjs|cjs|sh)$/;

/** What a document formats as code and means as a path: it begins with a folder of ours, or ends like code. */
function pathsIn(document: string): string[] {
  const spans = [...withoutBlocks(textOf(document)).matchAll(/`([^`\s]+)`/g)].map(([, span = '']) => span);
  return spans
    .filter((span) => /^(?!\.{3})[\w.{},-]+(\/[\w.{},-]+)*\/?$/.test(span))
    .filter((span) => isCode.test(span) || (span.includes('/') && folders.has(span.split('/')[0] ?? '')))
    .flatMap(unfolded);
}

/** A path starts at the top folder or at the document's own; a name alone may be any file's. */
const isThere = (document: string, path: string): boolean =>
  exists(path) ||
  exists(posix.join(posix.dirname(document), path)) ||
  (!path.includes('/') && names.has(path));

describe.each(documents)('%s', (document) => {
  test('links to files and headings that exist', () => {
    const dead = linksIn(document).filter((link) => {
      const [file, anchor] = targetOf(document, link);
      return !exists(file) || (anchor !== undefined && !anchorsIn(file).has(anchor));
    });
    expect(dead).toEqual([]);
  });

  test('names files and folders that exist', () => {
    expect(pathsIn(document).filter((path) => !isThere(document, path))).toEqual([]);
  });
});

test('every document is linked from the README or the architecture', () => {
  const maps = ['README.md', 'docs/architecture.md'];
  const linked = new Set(maps.flatMap((map) => linksIn(map).map((link) => targetOf(map, link)[0])));
  expect(documents.filter((document) => document !== 'README.md' && !linked.has(document))).toEqual([]);
});

test('the architecture names every folder of the code', () => {
  const architecture = textOf('docs/architecture.md');
  const own = [...folders].filter((folder) => /^(main|preload|renderer|shared)\b/.test(folder));
  expect(own.filter((folder) => !architecture.includes(`${posix.basename(folder)}/`))).toEqual([]);
});

test('the README’s quick start is two commands', () => {
  const [, quickStart = ''] = /^## Quick start$([^]*?)^## /m.exec(textOf('README.md')) ?? [];
  expect([...quickStart.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block]) => block)).toEqual([
    'npm start\n',
    'npm test\n',
  ]);
});
