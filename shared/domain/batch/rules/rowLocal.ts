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
import { findingsText } from './findingsText';

/** What a row's own cells show, without other rows or facts. */
export const rowLocalFindings = (row: Row): RowFinding[] =>
  [accountFinding(row), emailFinding(row), nameFinding(row), roleFinding(row), instancesFinding(row)].filter(
    (found) => found !== null,
  );

function accountFinding({ account, accountText }: Row): RowFinding | null {
  if (account !== null || accountText.trim() !== '') return null;
  return error({ code: 'ACCOUNT_MISSING', column: 'account', message: findingsText.accountMissing });
}

function emailFinding({ emailAddress: typed }: Row): RowFinding | null {
  const column = 'emailAddress';
  const text = typed.trim();
  if (text === '') {
    return error({ code: 'EMAIL_MISSING', column, message: findingsText.emailMissing });
  }
  const fault = addressFault(text);
  if (fault !== null) {
    const meant = addressMeant(text);
    const message = findingsText.emailInvalid(shortened(withUnseenShown(text)), fault.what, fault.remedy);
    return error({ code: 'EMAIL_INVALID', column, message }, meant === null ? null : writes(column, meant));
  }
  const meant = likelyMeant(text);
  if (meant !== null) {
    const message = findingsText.emailTypo(text, meant);
    return warning({ code: 'EMAIL_LIKELY_TYPO', column, message }, writes(column, meant));
  }
  const unusual = unusualCharacter(text);
  if (unusual === null) return null;
  const message = findingsText.emailUnusual(text, unusual);
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
    const message = findingsText.nameMissing;
    return error({ code: 'NAME_MISSING', column, message }, guessed(row));
  }
  const inner = unwrappedName(name);
  if (nobodysName(inner) !== null) {
    const message = findingsText.nameUnlikely(shortened(name));
    return warning({ code: 'NAME_UNLIKELY', column, message }, guessed(row));
  }
  if (inner !== name) {
    const fix = writes(column, inner, { label: findingsText.useName(inner) });
    if (name.length > maxName) return tooLong(fix);
    const message = findingsText.nameHasMore(shortened(name), inner);
    return warning({ code: 'NAME_UNLIKELY', column, message }, fix);
  }
  if (name.length > maxName) return tooLong(null);
  const unseen = unseenCharacter(row.userName.trim());
  if (unseen === null) return foreignFinding(name);
  const message = findingsText.nameUnseen(
    shortened(withUnseenShown(row.userName.trim())),
    nameOfUnseen(unseen),
    shortened(name),
  );
  return warning(
    { code: 'NAME_UNLIKELY', column, message },
    writes(column, name, { label: findingsText.useName(name) }),
  );
}

/** A look-alike letter of another script in a Latin word. */
function foreignFinding(name: string): RowFinding | null {
  const foreign = foreignLookalike(name);
  if (foreign === null) return null;
  const { character, script, lookalike, fixed } = foreign;
  const message = findingsText.nameForeign(character, shortened(name), script, lookalike, shortened(fixed));
  return warning(
    { code: 'NAME_UNLIKELY', column, message },
    writes(column, fixed, { label: findingsText.useName(fixed) }),
  );
}

const tooLong = (fix: FindingFix | null): RowFinding =>
  error({ code: 'NAME_TOO_LONG', column, message: findingsText.nameTooLong }, fix);

/** A fix that derives the name from the address. */
function guessed({ emailAddress: typed }: Row): FindingFix | null {
  const name = isEmailAddress(typed) ? parsePeople(typed.trim()).people[0]?.userName : undefined;
  return name === undefined ? null : writes(column, name, { label: findingsText.useName(name) });
}

function roleFinding({ role }: Row): RowFinding | null {
  const column = 'role';
  const text = role.trim();
  if (text === '') {
    return error(
      { code: 'ROLE_MISSING', column, message: findingsText.roleMissing },
      writes(column, 'viewer', { label: findingsText.useViewer }),
    );
  }
  if (roleOfText(text) !== null) return null;
  return error({
    code: 'ROLE_UNKNOWN',
    column,
    message: findingsText.roleUnknown(shortened(text)),
  });
}

function instancesFinding({ role, instances }: Row): RowFinding | null {
  if (instances.trim() === '' || roleOfText(role) !== 'admin') return null;
  return warning(
    { code: 'ADMIN_NEEDS_NO_INSTANCES', column: 'instances', message: findingsText.adminNeedsNoInstances },
    writes('instances', '', { label: findingsText.clearCell }),
  );
}
