import { expect, test } from 'vitest';
import { opensPages } from '../../../../main/shell/guarding/opensPages';

test.each<[NodeJS.Platform, Record<string, string>, string, boolean]>([
  ['win32', {}, '', true],
  ['darwin', {}, '', true],
  ['linux', {}, 'Firefox', true],
  ['linux', {}, '', false],
  ['linux', { BROWSER: '' }, '', false],
  ['linux', { BROWSER: 'w3m' }, '', true],
])('on %s with %j and the desktop’s “%s” a page opens: %s', (platform, env, handler, opens) => {
  expect(opensPages(platform, env, () => handler)).toBe(opens);
});
