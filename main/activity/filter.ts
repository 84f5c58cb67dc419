import type { AccountRef } from '../../shared/domain/account/account';
import { CodedError } from '../../shared/errors';
import type { CheckedInput } from '../../shared/bridge/ipc';
import type { Database } from '../storage/database';
import { likePattern } from '../storage/likePattern';
import { activityErrorText } from './activityErrorText';

/** Which entries to return; an empty filter returns all. */
export type ActivityFilter = CheckedInput<'activity.export'>;

/** A filter in SQL. */
export interface Conditions {
  /** Fixed text; anything a person entered is bound as a value. Empty if all entries match. */
  readonly where: readonly string[];
  readonly values: Readonly<Record<string, string | number>>;
}

/**
 * @throws CodedError NOT_FOUND when a connection doesn't reach a given account. Without `accounts` the record covers every
 * account, including those that can no longer be reached
 */
export function conditionsOf(db: Database, filter: ActivityFilter): Conditions {
  const where: string[] = [];
  const values: Record<string, string | number> = {};
  const add = (condition: string, name: string, value: string | number): void => {
    where.push(condition);
    values[name] = value;
  };
  const { accounts, actions, results, actor, emailAddress, member, batch, search = '', from, to } = filter;
  if (accounts !== undefined) {
    add(isInAccounts, 'accounts', JSON.stringify(accounts.map((account) => knownAccount(db, account))));
  }
  if (actions !== undefined) add(isOneOf('action', 'actions'), 'actions', JSON.stringify(actions));
  if (results !== undefined) add(isOneOf('result', 'results'), 'results', JSON.stringify(results));
  if (actor !== undefined) add('actor = :actor', 'actor', actor);
  if (emailAddress !== undefined) {
    add('email_address = :emailAddress COLLATE NOCASE', 'emailAddress', emailAddress);
  }
  if (member !== undefined) {
    add('realm = :memberRealm', 'memberRealm', member.realm);
    add('user_id = :memberId', 'memberId', member.userId);
  }
  if (batch !== undefined) {
    add(ofOrigin('batch_id = :batchId'), 'batchId', batch.batchId);
    if (batch.rowId !== undefined)
      add(ofOrigin('batch_id = :batchId AND row_id = :rowId'), 'rowId', batch.rowId);
  }
  if (from !== undefined) add('at >= :from', 'from', from);
  if (to !== undefined) add('at < :to', 'to', to);
  if (search.trim() !== '') {
    const among = (columns: readonly string[]): string =>
      columns.map((column) => `${column} LIKE :search ESCAPE '\\'`).join(' OR ');
    add(`(${among(searched)} OR ${ofOrigin(among(searchedOrigins))})`, 'search', likePattern(search));
  }
  return { where, values };
}

export const isInAccounts = `(realm, account_id) IN (SELECT value ->> 'realm', value ->> 'accountId' FROM json_each(:accounts))`;

const searched = [
  'email_address',
  'user_name',
  'user_id',
  'account_name',
  'account_id',
  'invitation_id',
  'amazon_request_id',
];

const searchedOrigins = ['batch_name', 'note', 'source_file'];

/** Of an entry: where its operation comes from fulfils a condition. */
const ofOrigin = (condition: string): string =>
  `operation_id IN (SELECT operation_id FROM operation_origins WHERE ${condition})`;

export const isOneOf = (column: string, name: string): string =>
  `${column} IN (SELECT value FROM json_each(:${name}))`;

function knownAccount(db: Database, { connectionId, accountId }: AccountRef): unknown {
  const account: unknown = db
    .prepare('SELECT realm, account_id AS accountId FROM ways_in WHERE connection_id = ? AND account_id = ?')
    .get(connectionId, accountId);
  if (account !== undefined) return account;
  throw new CodedError({
    code: 'NOT_FOUND',
    message: activityErrorText.unknownAccount(accountId),
  });
}
