import { linkScheme } from '../../../shared/domain/redeem/linkScheme';
/**
 * A desktop entry by which a Linux desktop opens our links with this program (freedesktop.org, Desktop Entry Specification).
 * @param command the program and the arguments before the link
 */
export const desktopEntry = (command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=AMC Access Manager',
    'Comment=Opens redeem links of AMC invitations',
    `Exec=${command.map(quoted).join(' ')} -- %u`,
    'Terminal=false',
    'NoDisplay=true',
    `MimeType=x-scheme-handler/${linkScheme};`,
    '',
  ].join('\n');

/** What needs no quotes. Where there is no larger desktop, xdg-open takes quotes for a part of the program's name. */
const plain = /^[\w@+=:,./%-]+$/;

/** An argument of `Exec`: in quotes, what the shell would read escaped, and that escape once more as a string of the file. */
function quoted(argument: string): string {
  const inFile = argument.replace(/%/g, '%%');
  if (plain.test(argument)) return inFile;
  return `"${inFile.replace(/["`$\\]/g, String.raw`\$&`).replace(/\\/g, String.raw`\\`)}"`;
}
