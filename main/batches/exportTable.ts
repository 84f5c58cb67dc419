import type { Account } from '../../shared/domain/account/account';
import { batchColumns, type BatchRow } from '../../shared/domain/batch/batch';
import { columnNames } from '../../shared/domain/batch/batchText';
import { createAccountMatch } from './accountMatch';
import { accountKey, accountRefKey } from '../../shared/util/accountKey';

/** The headers of our files; an empty table has nothing else. */
export const exportHeaders: readonly string[] = batchColumns.map((column) => columnNames[column]);

/**
 * A batch as a table that can be imported again without loss.
 * @param accounts one per connection, preferred ones first
 */
export function exportTable(rows: readonly BatchRow[], accounts: readonly Account[]): string[][] {
  const match = createAccountMatch(accounts);
  const places = new Map(accounts.map((account) => [accountRefKey(account), accountKey(account)]));

  /** Its name, if no other account has that name; otherwise its ID. */
  const accountCell = ({ account, accountText }: BatchRow): string => {
    if (account === null) return accountText;
    const place = places.get(accountRefKey(account));
    const found = match(accountText);
    const [only] = found.accounts;
    const isNamed = found.match !== 'similar' && only !== undefined && accountKey(only) === place;
    return isNamed ? accountText : account.accountId;
  };
  return [
    [...exportHeaders],
    ...rows.map((row) => [
      accountCell(row),
      row.emailAddress,
      row.userName,
      row.role,
      row.note,
      row.instances,
    ]),
  ];
}
