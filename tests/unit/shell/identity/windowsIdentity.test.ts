import { expect, test } from 'vitest';
import { appIdentity } from '../../../../main/shell/identity/appIdentity';
import { windowsIdentity } from '../../../../main/shell/identity/windowsIdentity';

const program = String.raw`C:\checkout\node_modules\electron\dist\electron.exe`;

test('the program identifies itself to Windows, which other systems don’t need', () => {
  const { appId, toastActivator } = appIdentity;
  expect(windowsIdentity('win32', true, program)).toEqual({ appUserModelId: appId, toastActivator });
  expect(windowsIdentity('win32', false, program)).toEqual({ appUserModelId: program, toastActivator });
  expect(windowsIdentity('darwin', true, program)).toBeNull();
  expect(windowsIdentity('linux', true, program)).toBeNull();
  expect(toastActivator).toMatch(/^[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}$/);
});
