import type { BatchRowInput, RowFinding } from '../batch';
import { isEmailAddress, mailboxKey } from '../../invitation/person';
import { accountFinding, indexAccesses } from './accountRules';
import { personKey, type BatchFacts, type AccessFact } from './facts';
import { createAdminCount, houseFindings } from './houseRules';
import { createInstanceRules, type PlannedRow } from './instanceRules';
import { error, takesOut } from './makeFinding';
import { personFindings } from './personRules';
import { rowLocalFindings } from './rowLocal';
import { accountKey } from '../../../util/accountKey';
import { findingsText } from './findingsText';

export { rowLocalFindings };

/** A row as it takes part in a check. */
export interface RowToCheck extends BatchRowInput {
  /** Already sent: it gets no findings, but others are compared with it. */
  readonly sent: boolean;
}

/** What the rules say of a row. */
export interface CheckedRow {
  readonly findings: RowFinding[];
  /** The instances to which its person is to be added; null if it says nothing about that. */
  readonly planned: PlannedRow | null;
}

/**
 * All findings of a batch's rows: call it for each row in order, sent ones first. One call per row lets a long batch be checked
 * in pieces.
 */
export function createRowCheck(facts: BatchFacts): (row: RowToCheck) => CheckedRow {
  const accesses = indexAccesses(facts.accesses);
  const instancesOf = createInstanceRules(facts);
  const tooManyAdmins = createAdminCount(facts.house.mostAdminsPerAccount, facts.admins);
  /** By `personKey`. */
  const taken = new Set<string>();

  return (row) => {
    const access = row.account === null ? undefined : accesses.of(row.account);
    const place = placeOf(row, access);
    const hasAddress = isEmailAddress(row.emailAddress);
    const key = personKey(place ?? '', row.emailAddress);
    const isComparable = hasAddress && place !== null;
    const isDuplicate = isComparable && taken.has(key);
    if (isComparable) taken.add(key);
    if (row.sent) {
      if (access !== undefined) tooManyAdmins(row, place ?? '', access.name);
      return { findings: [], planned: null };
    }
    const found: (RowFinding | null)[] = [...rowLocalFindings(row), accountFinding(row, accesses)];
    if (isDuplicate) found.push(duplicate(row));
    found.push(...houseFindings(row, facts.house));
    if (access !== undefined && isComparable && !isDuplicate) {
      found.push(...personFindings(row, access, place, facts), tooManyAdmins(row, place, access.name));
    }
    const planned =
      access === undefined || place === null ? null : instancesOf(row, { place, name: access.name });
    if (planned !== null) found.push(...planned.findings);
    return { findings: found.filter((each) => each !== null), planned: planned?.row ?? null };
  };
}

/** A key shared by rows for the same account; for an unknown account, the text of its cell. */
function placeOf({ account, accountText }: BatchRowInput, access: AccessFact | undefined): string | null {
  if (access !== undefined) return accountKey({ realm: access.realm, accountId: access.account.accountId });
  const text = accountText.trim().toLowerCase();
  return text === '' && account === null
    ? null
    : accountKey({ realm: '', accountId: account?.accountId ?? text });
}

const duplicate = ({ emailAddress: typed, accountText }: BatchRowInput): RowFinding =>
  error(
    {
      code: 'DUPLICATE_IN_BATCH',
      column: 'emailAddress',
      message: findingsText.duplicate(mailboxKey(typed), accountText.trim()),
    },
    takesOut,
  );
