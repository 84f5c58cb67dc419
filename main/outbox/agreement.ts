import { createHash } from 'node:crypto';
import type { AccountRef } from '../../shared/domain/account';
import {
  isTyped,
  numberToType,
  type Agreement,
  type Difference,
  type TypingRule,
} from '../../shared/domain/agreement';
import type { OperationKind } from '../../shared/domain/operation';
import { mailboxKey } from '../../shared/domain/person';
import type { Database } from '../storage/database';
import { prepared } from '../storage/prepared';
import type { Stepwise } from '../storage/stepwise';
import { invalid } from './drafts';
import type { NewRequest } from './journal';

/** One change as a person agrees to it. */
export interface AgreedChange extends AccountRef {
  readonly kind: OperationKind;
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: string;
  /** The invitation that is changed; null for a new one. */
  readonly invitationId: string | null;
}

/** What a person says with a command. */
export interface Consent {
  readonly agreed: Agreement;
  readonly typedNumber?: string | undefined;
}

/** How many changes are looked at in one step. */
const changesAStep = 200;

/** What a person is to agree to, from the exact changes that would be written down. Their order does not matter. */
export function* agreementOf(
  db: Database,
  changes: readonly AgreedChange[],
  { notify, revision }: Pick<Agreement, 'notify' | 'revision'>,
): Stepwise<Agreement> {
  const groups = new Map<string, Group>();
  const lines: Lines = new Map();
  for (const [index, change] of changes.entries()) {
    const key = JSON.stringify([change.connectionId, change.accountId]);
    const group = groups.get(key) ?? newGroup(db, change);
    groups.set(key, group);
    const line = lineOf(change);
    group.lines.push(line);
    if (change.role.toLowerCase() === 'admin') group.admins += 1;
    lines.set(personOf(change), line);
    if (index % changesAStep === changesAStep - 1) yield;
  }
  const hash = createHash('sha256');
  const accounts: Agreement['accounts'] = [];
  for (const [key, group] of [...groups].sort(([one], [other]) => (one < other ? -1 : 1))) {
    hash.update(`${group.realm}\n${key}\n${group.lines.sort().join('\n')}\n`);
    accounts.push({ ...group.account, total: group.lines.length, admins: group.admins });
    yield;
  }
  const agreement: Agreement = {
    digest: hash.digest('hex'),
    total: changes.length,
    admins: accounts.reduce((sum, { admins }) => sum + admins, 0),
    notify,
    revision,
    accounts,
  };
  remember(db, agreement.digest, lines);
  return agreement;
}

/** The changes that these calls make. */
export const changesOf = (requests: readonly NewRequest[]): AgreedChange[] =>
  requests.flatMap(({ connectionId, accountId, operations }) =>
    operations.map(({ kind, emailAddress, userName, role, invitationId }) => ({
      ...{ connectionId, accountId, kind, emailAddress, userName, role, invitationId },
    })),
  );

/**
 * Compares what a person agreed to with what would be done now.
 * @returns the difference; null where there is none
 * @throws CodedError INVALID_INPUT when the number of a large change was not typed
 */
export function differenceFrom(
  db: Database,
  { agreed, typedNumber }: Consent,
  now: Agreement,
  rule: TypingRule,
): Difference | null {
  if (!isSame(agreed, now)) return { now, changed: changedBetween(db, agreed.digest, now.digest) };
  requireTyped(now, typedNumber, rule);
  return null;
}

/** @throws CodedError INVALID_INPUT when so many changes need their number typed, and it was not */
export function requireTyped(
  counts: Pick<Agreement, 'total' | 'admins'>,
  typedNumber: string | undefined,
  rule: TypingRule,
): void {
  const number = numberToType(counts, rule);
  if (number !== null && !isTyped(number, typedNumber)) throw invalid(`Type ${String(number)} to confirm.`);
}

/** A change that leaves every single line as it was, such as another note in a row, is none to what was agreed. */
const isSame = (agreed: Agreement, now: Agreement): boolean =>
  JSON.stringify(comparable(agreed)) === JSON.stringify(comparable(now));

const comparable = ({ digest, total, admins, notify, accounts }: Agreement): unknown => [
  ...[digest, total, admins, notify],
  accounts.map(({ account, total: own, admins: ownAdmins }) => [
    ...[account.connectionId, account.accountId, own, ownAdmins],
  ]),
];

interface Group {
  readonly realm: string;
  readonly account: Pick<Agreement['accounts'][number], 'account' | 'accountName'>;
  readonly lines: string[];
  admins: number;
}

function newGroup(db: Database, { connectionId, accountId }: AccountRef): Group {
  const found = prepared(
    db,
    `SELECT realm, name FROM ways_in JOIN accounts USING (realm, account_id)
     WHERE connection_id = ? AND account_id = ?`,
  ).get(connectionId, accountId) as { realm: string; name: string } | undefined;
  const account = { connectionId, accountId };
  return {
    realm: found?.realm ?? '',
    account: { account, accountName: found?.name ?? accountId },
    lines: [],
    admins: 0,
  };
}

const lineOf = ({ kind, emailAddress, userName, role, invitationId }: AgreedChange): string =>
  JSON.stringify([kind, emailAddress, userName, role, invitationId]);

/** What tells one change from another, whatever becomes of its name and role. */
const personOf = ({ connectionId, accountId, emailAddress, invitationId }: AgreedChange): string =>
  JSON.stringify([connectionId, accountId, mailboxKey(emailAddress), invitationId]);

/** Each change, by whom it is for. */
type Lines = Map<string, string>;

/** How many agreements are remembered line by line: there is one page, and one dialog is open. */
const mostRemembered = 3;

const remembered = new WeakMap<Database, Map<string, Lines>>();

/** Keeps the lines of the latest agreements, so that a difference can be counted. */
function remember(db: Database, digest: string, lines: Lines): void {
  const kept = remembered.get(db) ?? new Map<string, Lines>();
  remembered.set(db, kept);
  kept.delete(digest);
  kept.set(digest, lines);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostRemembered) break;
    kept.delete(oldest);
  }
}

function changedBetween(db: Database, before: string, now: string): number | null {
  const kept = remembered.get(db);
  const [old, current] = [kept?.get(before), kept?.get(now)];
  if (old === undefined || current === undefined) return null;
  const isOther = ([person, line]: [string, string], than: Lines): boolean => than.get(person) !== line;
  const different = [...current].filter((each) => isOther(each, old)).length;
  const gone = [...old.keys()].filter((person) => !current.has(person)).length;
  return different + gone;
}
