import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { onBody } from '../../../scripts/package/bodyVariables';

const cloudscape = dirname(
  createRequire(import.meta.url).resolve('@cloudscape-design/components/package.json'),
);
const styleSheets = readdirSync(cloudscape, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => readFileSync(join(cloudscape, file), 'utf8'));

/** Rules that give the document's root a variable. */
const onRoot = /(?:^|[\s,}])(?::root|html)\s*(?:,[^{}]*)?\{[^{}]*--[\w-]+\s*:/m;

test('no Cloudscape style sheet leaves a variable on the document’s root', () => {
  const built = styleSheets.map((css) => onBody(css) ?? css);
  expect(built.filter((css) => onRoot.test(css))).toEqual([]);
});

test('the marker by which Cloudscape finds its styles is on the body', () => {
  const moved = styleSheets.flatMap((css) => onBody(css) ?? []);
  expect(moved).toHaveLength(1);
  expect(moved[0]).toMatch(/body\s*\{\s*--awsui-version-info-\w+:\s*true/);
});
