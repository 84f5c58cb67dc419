import { expect, test } from 'vitest';
import { debuggingSwitch } from '../../../../main/shell/guarding/debuggingSwitch';

const shipped = '/opt/AMC Access Manager/resources/app.asar';
const found = (given: string, { appPath = shipped, allowsDebugging = false } = {}) =>
  debuggingSwitch({ hasSwitch: (name) => name === given, appPath, allowsDebugging });

test.each(['remote-debugging-port', 'remote-debugging-pipe'])(
  'the released program rejects --%s',
  (given) => {
    expect(found(given)).toBe(given);
    expect(found(given, { appPath: 'C:\\Program Files\\AMC Access Manager\\resources\\app.asar' })).toBe(
      given,
    );
  },
);

test('other switches are allowed', () => {
  expect(found('no-sandbox')).toBeUndefined();
});

test('a checkout and the package used for tests may be debugged', () => {
  expect(found('remote-debugging-port', { appPath: '/opt/amc-access-manager' })).toBeUndefined();
  expect(found('remote-debugging-port', { appPath: '/opt/app.asar.unpacked' })).toBeUndefined();
  expect(found('remote-debugging-port', { allowsDebugging: true })).toBeUndefined();
});
