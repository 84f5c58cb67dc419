import type { RowFinding } from '../domain/batch';
import { parsePeople } from '../domain/people';
import { isEmailAddress, personName } from '../domain/person';
import { error, warning, writes, type Row } from './makeFinding';
import { likelyMeant } from './mailTypos';
import { roleOfText } from './roleWords';

/** What a row's own cells show, without any other row or fact. */
export const rowLocalFindings = (row: Row): RowFinding[] =>
  [accountFinding(row), emailFinding(row), nameFinding(row), roleFinding(row)].filter(
    (found) => found !== null,
  );

function accountFinding({ account, accountText }: Row): RowFinding | null {
  if (account !== null || accountText.trim() !== '') return null;
  return error({ code: 'ACCOUNT_MISSING', column: 'account', message: 'There is no account. Choose one.' });
}

function emailFinding({ emailAddress: typed }: Row): RowFinding | null {
  const column = 'emailAddress';
  const text = typed.trim();
  if (text === '') {
    return error({ code: 'EMAIL_MISSING', column, message: 'There is no e-mail address. Enter one.' });
  }
  if (!isEmailAddress(text)) {
    const meant = mended(text);
    return error(
      {
        code: 'EMAIL_INVALID',
        column,
        message: noAddressWords(text),
      },
      meant === null ? null : writes(column, meant),
    );
  }
  const meant = likelyMeant(text);
  if (meant === null) return null;
  return warning(
    {
      code: 'EMAIL_LIKELY_TYPO',
      column,
      message: `${text} is probably a typing mistake. Use ${meant}, or make sure that the address is right.`,
    },
    writes(column, meant),
  );
}

function noAddressWords(text: string): string {
  if (text.length > 254) return 'An e-mail address has at most 254 characters. Shorten it.';
  // Zero-width spaces and the like, which come along when an address is copied from a page or a chat.
  if (invisible.test(text)) {
    return `“${shortened(text.replace(invisible, '␣'))}” holds a character that cannot be seen, here shown as ␣. Take it out.`;
  }
  return `“${shortened(text)}” is not an e-mail address. Write it like name@example.com.`;
}

const invisible = /\p{Cf}/u;

/** The address in a text that holds more than that, or slips that never belong to one; null where there is none. */
function mended(text: string): string | null {
  if (text.length > 400) return null;
  const { people } = parsePeople(text);
  const [only] = people;
  if (only !== undefined && people.length === 1) return only.emailAddress;
  const tidy = withoutEnds(
    text
      .replace(/^mailto:/i, '')
      .replace(/[\s\p{Cf}]+/gu, '')
      .replace(/,/g, '.')
      .replace(/\.{2,}/g, '.'),
  );
  return isEmailAddress(tidy) ? tidy : null;
}

function withoutEnds(text: string): string {
  let end = text.length;
  while (end > 0 && '.;:>"\''.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).replace(/^[.;:<"']+/, '');
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

function nameFinding({ userName, emailAddress: typed }: Row): RowFinding | null {
  const column = 'userName';
  if (personName.safeParse(userName).success) return null;
  if (userName.trim() !== '') {
    return error({
      code: 'NAME_TOO_LONG',
      column,
      message: 'A name has at most 120 characters. Shorten it.',
    });
  }
  const guessed = isEmailAddress(typed) ? parsePeople(typed).people[0]?.userName : undefined;
  return error(
    { code: 'NAME_MISSING', column, message: 'There is no name, and Amazon requires one. Enter it.' },
    guessed === undefined ? null : writes(column, guessed, { label: `Use “${guessed}”` }),
  );
}

function roleFinding({ role }: Row): RowFinding | null {
  const column = 'role';
  const text = role.trim();
  if (text === '') {
    return error(
      { code: 'ROLE_MISSING', column, message: 'There is no role. Choose Admin or Viewer.' },
      writes(column, 'viewer', { label: 'Use Viewer' }),
    );
  }
  if (roleOfText(text) !== null) return null;
  return error({
    code: 'ROLE_UNKNOWN',
    column,
    message: `“${shortened(text)}” is no role. Choose Admin or Viewer.`,
  });
}
