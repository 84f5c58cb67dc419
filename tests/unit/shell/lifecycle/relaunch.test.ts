import { expect, test } from 'vitest';
import { relaunchOf } from '../../../../main/shell/lifecycle/relaunch';

const image = '/home/dana/AMC 1.0.AppImage';

test.each<[NodeJS.Platform, Record<string, string>, readonly string[], ReturnType<typeof relaunchOf>]>([
  ['win32', {}, ['C:\\AMC\\AMC.exe', '--', 'amc-access://redeem/x'], { by: 'electron', args: ['--'] }],
  ['darwin', {}, ['/Applications/AMC.app/Contents/MacOS/AMC'], { by: 'electron', args: [] }],
  ['linux', {}, ['/opt/amc', '--ozone-platform=x11'], { by: 'electron', args: ['--ozone-platform=x11'] }],
  [
    'linux',
    { APPIMAGE: image },
    ['/tmp/.mount_AMCx/amc', '--no-sandbox', 'amc-access://redeem/x'],
    { by: 'process', command: '/bin/sh', args: ['-c', 'sleep 2; exec "$0" "$@"', image, '--no-sandbox'] },
  ],
])('on %s with %j, %j starts again without its link', (platform, env, commandLine, relaunch) => {
  expect(relaunchOf(platform, env, commandLine)).toEqual(relaunch);
});
