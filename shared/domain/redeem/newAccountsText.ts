import { formatNumber } from '../../text/formats';
/** Max number of accounts that are named; the rest are counted. */
const maxNamed = 3;

/** Longer names are cut, since a notification has little room. */
const maxNameLength = 60;

/**
 * What to say about accounts that became reachable by redeeming. Names are Amazon's, so characters that could break or reverse
 * the line are removed, and `<` is replaced, because some desktops interpret tags in a notification.
 */
export function newAccountsText(names: readonly string[]): string {
  const named = names.slice(0, maxNamed).map(plain);
  const more = names.length - named.length;
  const parts = more === 0 ? named : [...named, `${formatNumber(more)} more`];
  const last = parts.at(-1) ?? '';
  const list = parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
  return `You joined ${list}.`;
}

function plain(name: string): string {
  const line = name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('<', '‹')
    .trim();
  const letters = Array.from(line);
  return letters.length > maxNameLength ? `${letters.slice(0, maxNameLength - 1).join('')}…` : line;
}
