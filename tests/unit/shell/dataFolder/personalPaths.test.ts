import { describe, expect, test } from 'vitest';
import { hidePersonIn, type Person } from '../../../../main/shell/dataFolder/personalPaths';

const windows: Person = { homeFolder: 'C:\\Users\\Jane Doe', userName: 'jdoe' };
const mac: Person = { homeFolder: '/Users/zoë.lind', userName: 'zoë.lind' };
const linux: Person = { homeFolder: '/home/dana', userName: 'dana' };

describe('the person in a path', () => {
  test.each<[NodeJS.Platform, Person, string, string]>([
    ['win32', windows, String.raw`open C:\Users\Jane Doe\AppData\x.db`, String.raw`open ~\AppData\x.db`],
    ['win32', windows, String.raw`open c:\users\jane doe\x.db`, String.raw`open ~\x.db`],
    ['win32', windows, 'C:/Users/Jane Doe/x.db', '~/x.db'],
    ['win32', windows, String.raw`{"file":"C:\\Users\\Jane Doe\\x.db"}`, String.raw`{"file":"~\\x.db"}`],
    [
      'win32',
      windows,
      'at start (file:///C:/Users/Jane%20Doe/AppData/app.asar/dist/main/index.js:1:2)',
      'at start (file:///~/AppData/app.asar/dist/main/index.js:1:2)',
    ],
    ['win32', windows, 'C%3A%5CUsers%5CJane%20Doe%5Cx.db', '~%5Cx.db'],
    ['win32', windows, String.raw`C:\Users\JANEDO~1\AppData\Local\Temp`, String.raw`~\AppData\Local\Temp`],
    [
      'win32',
      windows,
      String.raw`\\server\profiles\jdoe\Roaming`,
      String.raw`\\server\profiles\[user]\Roaming`,
    ],
    [
      'win32',
      { ...windows, homeFolder: '\\\\server\\home\\Jane' },
      '\\\\server\\home\\Jane\\x.db',
      '~\\x.db',
    ],
    ['win32', windows, String.raw`C:\Users\Jane Doering\x.db`, String.raw`C:\Users\Jane Doering\x.db`],
    ['darwin', mac, '/Users/zoë.lind/Library/x.db', '~/Library/x.db'],
    ['darwin', mac, '/users/ZOË.lind/Library/x.db', '~/Library/x.db'],
    ['darwin', mac, `/Users/${'zoë.lind'.normalize('NFD')}/x.db`, '~/x.db'],
    ['darwin', mac, 'file:///Users/zo%C3%AB.lind/x.js', 'file://~/x.js'],
    ['darwin', mac, '/Volumes/zoë.lind/x.db', '/Volumes/[user]/x.db'],
    ['linux', linux, 'open /home/dana/.config/app/access.db', 'open ~/.config/app/access.db'],
    ['linux', linux, 'The folder is /home/dana.', 'The folder is ~.'],
    [
      'linux',
      linux,
      '/home/danat and /home/dana.x and /home/DANA',
      '/home/danat and /home/dana.x and /home/DANA',
    ],
    ['linux', linux, '/mnt/nfs/dana/access.db', '/mnt/nfs/[user]/access.db'],
    ['linux', { homeFolder: '/', userName: null }, '/opt/app/access.db', '/opt/app/access.db'],
  ])('%s %j: %s', (platform, person, line, shown) => {
    expect(hidePersonIn(platform, person)(line)).toBe(shown);
  });
});
