import { expect, test } from 'vitest';
import { linkRules } from '../../../../main/shell/deepLinks/linkRules';

test.each<[string, NodeJS.Platform, boolean, boolean, ReturnType<typeof linkRules>]>([
  ['installed on Windows', 'win32', true, true, { atStart: true, onRequest: true, givesBack: false }],
  [
    'a copy from a zip on Windows',
    'win32',
    true,
    false,
    { atStart: false, onRequest: true, givesBack: true },
  ],
  ['the checkout on Windows', 'win32', false, false, { atStart: false, onRequest: false, givesBack: false }],
  ['a Mac app', 'darwin', true, false, { atStart: false, onRequest: true, givesBack: false }],
  ['the checkout on a Mac', 'darwin', false, false, { atStart: false, onRequest: false, givesBack: false }],
  ['a package on Linux', 'linux', true, false, { atStart: false, onRequest: true, givesBack: false }],
])('the links of %s', (_which, platform, packaged, installed, rules) => {
  expect(linkRules(platform, packaged, installed)).toEqual(rules);
});
