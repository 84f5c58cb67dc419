import type { RowFinding } from '../batch';
import { isEmailAddress, mailboxKey } from '../../invitation/person';
import type { HouseRules } from './facts';
import { error, writes, type Row } from './makeFinding';
import { roleOfText } from './roleWords';

/** What the organization's rules find in a single row. */
export function houseFindings(row: Row, { allowedDomains, adminsNeedNote }: HouseRules): RowFinding[] {
  const findings: RowFinding[] = [];
  const domain = domainOf(row);
  if (domain !== null && allowedDomains.length > 0 && !allowedDomains.includes(domain)) {
    findings.push(
      error({
        code: 'DOMAIN_NOT_ALLOWED',
        column: 'emailAddress',
        message: `Your house rules don’t allow addresses at ${domain}. Use another address, or allow the domain in Settings.`,
      }),
    );
  }
  if (adminsNeedNote && roleOfText(row.role) === 'admin' && row.note.trim() === '') {
    findings.push(
      error({
        code: 'ADMIN_NEEDS_NOTE',
        column: 'note',
        message: 'Your house rules require a note for every admin. Explain why this person is one.',
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
        message: `Your house rules allow ${accountName} ${String(max)} ${max === 1 ? 'admin' : 'admins'}, and this one would be number ${String(own.size)}. Make the person a viewer, or change the rule in Settings.`,
      },
      writes('role', 'viewer', { label: 'Make the person a viewer' }),
    );
  };
}
