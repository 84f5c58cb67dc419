import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fileIn } from '../../../../main/shell/deepLinks/fileArgument';

const file = resolve('/home/dana/Spring intake.csv');
const folder = resolve('/home/dana');

describe('a command line', () => {
  it.each<[string, readonly string[], string | null]>([
    ['a path alone', ['app', file], file],
    ['a path among switches', ['app', '--no-sandbox', file, '--original-process-start-time=1'], file],
    ['an address, as Linux desktops pass it', ['app', pathToFileURL(file).href], file],
    [
      'an address of this computer by name',
      ['app', pathToFileURL(file).href.replace('///', '//localhost/')],
      file,
    ],
    ['a relative path', ['app', 'Spring intake.csv'], join(folder, 'Spring intake.csv')],
    ['two paths', ['app', file, file], null],
    ['a path with a link', ['app', file, 'amc-access://redeem/inv-1?region=eu'], null],
    ['an address of another computer', ['app', 'file://server/share/people.csv'], null],
    ['an address of the web', ['app', 'https://agency.example/people.csv'], null],
    ['a link', ['app', 'amc-access://redeem/people.csv'], null],
    ['an endless path', ['app', `/${'a'.repeat(40_000)}`], null],
    ['a broken address', ['app', 'file:///%E0%A4%A'], null],
    ['only switches', ['app', '--file=/home/dana/people.csv', '-x'], null],
    ['nothing', ['app'], null],
  ])('with %s', (_what, commandLine, expected) => {
    expect(fileIn(commandLine, true, folder)).toBe(expected);
  });

  it('of an app run from its own folder has that folder before the path', () => {
    expect(fileIn(['electron', '--no-sandbox', '.', file], false, folder)).toBe(file);
    expect(fileIn(['electron', '.'], false, folder)).toBeNull();
  });
});
