import type { RowFinding } from '../batch';
import { isEmailAddress, mailboxKey } from '../../invitation/person';
import type { HouseRules } from './facts';
import { error, writes, type Row } from './makeFinding';
import { roleOfText } from './roleWords';
import { findingsText } from './findingsText';

/** What the organization's rules find in a single row. */
export function houseFindings(row: Row, { allowedDomains, adminsNeedNote }: HouseRules): RowFinding[] {
  const findings: RowFinding[] = [];
  const domain = domainOf(row);
  if (domain !== null && allowedDomains.length > 0 && !allowedDomains.includes(domain)) {
    findings.push(
      error({
        code: 'DOMAIN_NOT_ALLOWED',
        column: 'emailAddress',
        message: findingsText.domainNotAllowed(domain),
      }),
    );
  }
  if (adminsNeedNote && roleOfText(row.role) === 'admin' && row.note.trim() === '') {
    findings.push(
      error({
        code: 'ADMIN_NEEDS_NOTE',
        column: 'note',
        message: findingsText.adminNeedsNote,
      }),
    );
  }
  return findings;
}

const domainOf = ({ emailAddress: typed }: Row): string | null =>
  isEmailAddress(typed) ? (mailboxKey(typed).split('@').at(-1) ?? null) : null;

/** Counts an account's admins row by row; reports the first one over the limit and all after it. */
export function createAdminCount(
  max: number,
  already: ReadonlyMap<string, ReadonlySet<string>>,
): (row: Row, place: string, accountName: string) => RowFinding | null {
  const admins = new Map<string, Set<string>>();
  return (row, place, accountName) => {
    if (max === 0 || roleOfText(row.role) !== 'admin') return null;
    const mailbox = mailboxKey(row.emailAddress);
    const own = admins.get(place) ?? new Set(already.get(place));
    admins.set(place, own);
    if (own.has(mailbox)) return null;
    own.add(mailbox);
    if (own.size <= max) return null;
    return error(
      {
        code: 'TOO_MANY_ADMINS',
        column: 'role',
        message: findingsText.tooManyAdmins(accountName, max, own.size),
      },
      writes('role', 'viewer', { label: findingsText.makeViewer }),
    );
  };
}
