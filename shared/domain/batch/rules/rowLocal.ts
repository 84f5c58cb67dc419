import type { FindingFix, RowFinding } from '../batch';
import { parsePeople } from '../../invitation/parsePeople';
import { isEmailAddress, maxName } from '../../invitation/person';
import { addressFault } from '../../../people/addressFault';
import { unusualCharacter } from '../../../people/addressPattern';
import { likelyAddress } from '../../../people/addressRepair';
import {
  foreignLookalike,
  nameOfUnseen,
  unseenCharacter,
  visibleText,
  withUnseenShown,
} from '../../../people/characters';
import { nobodysName, unwrappedName } from '../../../people/names';
import { error, warning, writes, type Row } from './makeFinding';
import { likelyMeant } from './mailTypos';
import { roleOfText } from './roleWords';

/** What a row's own cells show, without other rows or facts. */
export const rowLocalFindings = (row: Row): RowFinding[] =>
  [accountFinding(row), emailFinding(row), nameFinding(row), roleFinding(row)].filter(
    (found) => found !== null,
  );

function accountFinding({ account, accountText }: Row): RowFinding | null {
  if (account !== null || accountText.trim() !== '') return null;
  return error({ code: 'ACCOUNT_MISSING', column: 'account', message: 'No account. Select one.' });
}

function emailFinding({ emailAddress: typed }: Row): RowFinding | null {
  const column = 'emailAddress';
  const text = typed.trim();
  if (text === '') {
    return error({ code: 'EMAIL_MISSING', column, message: 'No email address. Enter one.' });
  }
  const fault = addressFault(text);
  if (fault !== null) {
    const meant = addressMeant(text);
    const message = `“${shortened(withUnseenShown(text))}” is not an email address: ${fault.what}. ${fault.remedy}`;
    return error({ code: 'EMAIL_INVALID', column, message }, meant === null ? null : writes(column, meant));
  }
  const meant = likelyMeant(text);
  if (meant !== null) {
    const message = `${text} is probably a typo. Use ${meant}, or check that the address is right.`;
    return warning({ code: 'EMAIL_LIKELY_TYPO', column, message }, writes(column, meant));
  }
  const unusual = unusualCharacter(text);
  if (unusual === null) return null;
  const message = `${text} has “${unusual}” before the @, which is valid but rare. Check that the address is right.`;
  return warning({ code: 'EMAIL_UNUSUAL', column, message });
}

/** The address in a text with extra characters or obvious typos; null if there is none. */
function addressMeant(text: string): string | null {
  if (text.length > 400) return null;
  const { people } = parsePeople(text);
  const [only] = people;
  return only !== undefined && people.length === 1 ? only.emailAddress : likelyAddress(text);
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const column = 'userName';

function nameFinding(row: Row): RowFinding | null {
  const name = visibleText(row.userName);
  if (name === '') {
    const message = 'No name. Amazon requires one. Enter it.';
    return error({ code: 'NAME_MISSING', column, message }, guessed(row));
  }
  const inner = unwrappedName(name);
  if (nobodysName(inner) !== null) {
    const message = `“${shortened(name)}” doesn’t look like a person’s name. Enter the name, or keep it if it’s right.`;
    return warning({ code: 'NAME_UNLIKELY', column, message }, guessed(row));
  }
  if (inner !== name) {
    const fix = writes(column, inner, { label: `Use “${inner}”` });
    if (name.length > maxName) return tooLong(fix);
    const message = `“${shortened(name)}” has more than a name in it. Use “${inner}”, or keep it if it’s right.`;
    return warning({ code: 'NAME_UNLIKELY', column, message }, fix);
  }
  if (name.length > maxName) return tooLong(null);
  const unseen = unseenCharacter(row.userName.trim());
  if (unseen === null) return foreignFinding(name);
  const message = `“${shortened(withUnseenShown(row.userName.trim()))}” contains an invisible character, ${nameOfUnseen(unseen)}, here shown as ␣. It isn’t sent: use “${shortened(name)}”.`;
  return warning(
    { code: 'NAME_UNLIKELY', column, message },
    writes(column, name, { label: `Use “${name}”` }),
  );
}

/** A look-alike letter of another script in a Latin word. */
function foreignFinding(name: string): RowFinding | null {
  const foreign = foreignLookalike(name);
  if (foreign === null) return null;
  const { character, script, lookalike, fixed } = foreign;
  const message = `“${character}” in “${shortened(name)}” is ${script} and only looks like “${lookalike}”. Use “${shortened(fixed)}”, or keep it if it’s right.`;
  return warning(
    { code: 'NAME_UNLIKELY', column, message },
    writes(column, fixed, { label: `Use “${fixed}”` }),
  );
}

const tooLong = (fix: FindingFix | null): RowFinding =>
  error({ code: 'NAME_TOO_LONG', column, message: 'A name has at most 120 characters. Shorten it.' }, fix);

/** A fix that derives the name from the address. */
function guessed({ emailAddress: typed }: Row): FindingFix | null {
  const name = isEmailAddress(typed) ? parsePeople(typed.trim()).people[0]?.userName : undefined;
  return name === undefined ? null : writes(column, name, { label: `Use “${name}”` });
}

function roleFinding({ role }: Row): RowFinding | null {
  const column = 'role';
  const text = role.trim();
  if (text === '') {
    return error(
      { code: 'ROLE_MISSING', column, message: 'No role. Select Admin or Viewer.' },
      writes(column, 'viewer', { label: 'Use Viewer' }),
    );
  }
  if (roleOfText(text) !== null) return null;
  return error({
    code: 'ROLE_UNKNOWN',
    column,
    message: `“${shortened(text)}” isn’t a role. Use Admin or Viewer.`,
  });
}
