import { linkScheme } from '../../../shared/domain/redeem/linkScheme';
/**
 * A desktop entry by which a Linux desktop opens our links with this app (freedesktop.org, Desktop Entry Specification).
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

/** What needs no quotes. Without a full desktop environment, xdg-open treats quotes as part of the program's name. */
const plain = /^[\w@+=:,./%-]+$/;

/**
 * An argument of `Exec`: in quotes, with shell characters escaped, and those escapes escaped again for the file's string syntax.
 */
function quoted(argument: string): string {
  const inFile = argument.replace(/%/g, '%%');
  if (plain.test(argument)) return inFile;
  return `"${inFile.replace(/["`$\\]/g, String.raw`\$&`).replace(/\\/g, String.raw`\\`)}"`;
}
