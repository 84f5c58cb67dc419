import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '../../../renderer');
const cloudscape = dirname(
  createRequire(import.meta.url).resolve('@cloudscape-design/components/package.json'),
);

test('every Cloudscape design token that our styles use exists in the installed version', () => {
  const ours = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(join(renderer, file), 'utf8'))
    .join('\n');
  const own = new Set(ours.match(/--[\w-]+(?=:)/g));
  const used = new Set([...ours.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name));
  const theirs = readFileSync(join(cloudscape, 'internal/generated/styles/tokens.js'), 'utf8');

  const unknown = [...used].filter((name) => !own.has(name) && !theirs.includes(`var(${name},`));
  expect(unknown).toEqual([]);
  expect(used.size).toBeGreaterThan(own.size);
});
