import { pathToFileURL } from 'node:url';

/** Who the program runs as. */
export interface Person {
  /** The whole path of the home folder. */
  readonly homeFolder: string;
  /** The name of the account on this computer; null where the system doesn't say. */
  readonly userName: string | null;
}

/**
 * Takes the person's home folder, shown as `~`, and their user name out of paths in a text, in every spelling in which
 * a path comes up: with slashes or backslashes, doubled in JSON, percent-encoded in a file address, in Windows' short
 * form (`JANEDO~1`), and in any letter case where the file system ignores it.
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

/** Between two parts of a path. JSON doubles a backslash, and again each time it is nested. */
const separator = String.raw`(?:[\\/]|%5C|%2F)+`;

/** What a whole path begins with: a drive's is in its first part, and a share's may be doubled. */
const root = (path: string): string =>
  path.startsWith(String.raw`\\`) ? separator : /^[\\/]/.test(path) ? String.raw`(?:[\\/]|%5C|%2F)` : '';

/** `/Users/jane` is no part of `/Users/janet`, but ends before a sentence's period. */
const nameEnds = String.raw`(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`;

/** A pattern of one part of a path as it is, composed or not (macOS), percent-encoded, and shortened (Windows). */
function anySpelling(platform: NodeJS.Platform, segment: string): string {
  const forms = [segment, segment.normalize('NFC'), segment.normalize('NFD')];
  const encoded = forms.flatMap((form) => [encodeURIComponent(form), encodeURI(form), inFileAddress(form)]);
  const literal = [...new Set([...forms, ...encoded])].map(escaped);
  return `(?:${[...literal, ...(platform === 'win32' ? shortened(segment) : [])].join('|')})`;
}

/** As Node writes it in the address of a module, which is what stands in a stack's frames. */
const inFileAddress = (segment: string): string =>
  pathToFileURL(`/${segment}`, { windows: false }).pathname.slice(1);

/** Windows' 8.3 name: six characters or two and a checksum, without spaces and dots, then a number. */
function shortened(segment: string): readonly string[] {
  const letters = segment.replace(/[ .]/g, '').toUpperCase();
  return [`${escaped(letters.slice(0, 6))}~\\d+`, `${escaped(letters.slice(0, 2))}[0-9A-F]{4}~\\d+`];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
