import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { askingBody } from '../../../scripts/package/themeOnBody';

const toolkit = dirname(
  createRequire(createRequire(import.meta.url).resolve('@cloudscape-design/components/package.json')).resolve(
    '@cloudscape-design/component-toolkit/package.json',
  ),
);

test('Cloudscape asks the body for the class of a theme, in its one module that asks', () => {
  const modules = readdirSync(join(toolkit, 'mjs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(toolkit, 'mjs', file), 'utf8'));
  const [asking, ...others] = modules.flatMap((module) => askingBody(module) ?? []);
  expect(others).toEqual([]);
  expect(asking).toContain('document.body.classList.contains(themeDefinitions[theme].className)');
  expect(asking).not.toContain('document.querySelector');
});
