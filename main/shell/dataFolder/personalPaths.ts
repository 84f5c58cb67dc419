import { pathToFileURL } from 'node:url';

/** The person the app runs as. */
export interface Person {
  /** The absolute path of the home folder. */
  readonly homeFolder: string;
  /** The name of the account on this computer; null if the system doesn't say. */
  readonly userName: string | null;
}

/**
 * Replaces the person's home folder with `~`, and removes their user name, in paths within a text, in every spelling: with
 * slashes or backslashes, doubled in JSON, percent-encoded in a file address, in Windows' short form (`JANEDO~1`), and in any
 * letter case where the file system ignores it.
 */
export function hidePersonIn(platform: NodeJS.Platform, person: Person): (text: string) => string {
  const flags = platform === 'linux' ? 'gu' : 'giu';
  const segments = person.homeFolder.split(/[\\/]+/).filter((segment) => segment !== '');
  const home = segments.map((segment) => anySpelling(platform, segment)).join(separator);
  const rooted = `${root(person.homeFolder)}${home}`;
  const rules: readonly (readonly [RegExp, string])[] = [
    ...(segments.length === 0 ? [] : [[new RegExp(rooted + nameEnds, flags), '~'] as const]),
    ...(person.userName === null || person.userName === ''
      ? []
      : [
          [
            new RegExp(`(?<=${separator})${anySpelling(platform, person.userName)}(?=${separator})`, flags),
            '[user]',
          ] as const,
        ]),
  ];
  return (text) => rules.reduce((hidden, [pattern, shown]) => hidden.replace(pattern, shown), text);
}

/** Between two parts of a path. JSON doubles a backslash, and again with each level of nesting. */
const separator = String.raw`(?:[\\/]|%5C|%2F)+`;

/** The beginning of an absolute path: a drive is in its first part, and a share's may be doubled. */
const root = (path: string): string =>
  path.startsWith(String.raw`\\`) ? separator : /^[\\/]/.test(path) ? String.raw`(?:[\\/]|%5C|%2F)` : '';

/** `/Users/jane` isn't part of `/Users/janet`, but may be followed by a sentence's period. */
const nameEnds = String.raw`(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`;

/** A pattern for one part of a path, composed or not (macOS), percent-encoded, and shortened (Windows). */
function anySpelling(platform: NodeJS.Platform, segment: string): string {
  const forms = [segment, segment.normalize('NFC'), segment.normalize('NFD')];
  const encoded = forms.flatMap((form) => [encodeURIComponent(form), encodeURI(form), inFileAddress(form)]);
  const literal = [...new Set([...forms, ...encoded])].map(escaped);
  return `(?:${[...literal, ...(platform === 'win32' ? shortened(segment) : [])].join('|')})`;
}

/** As Node writes it in a module's address, which is what stack frames contain. */
const inFileAddress = (segment: string): string =>
  pathToFileURL(`/${segment}`, { windows: false }).pathname.slice(1);

/** Windows' 8.3 name: six characters or two and a checksum, without spaces and dots, then a number. */
function shortened(segment: string): readonly string[] {
  const letters = segment.replace(/[ .]/g, '').toUpperCase();
  return [`${escaped(letters.slice(0, 6))}~\\d+`, `${escaped(letters.slice(0, 2))}[0-9A-F]{4}~\\d+`];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
