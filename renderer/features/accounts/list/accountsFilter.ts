import { marketplaceName } from '../../../../shared/domain/account/account';
import type { Connection } from '../../../../shared/domain/connection/connection';
import { matchesSearch } from '../../../../shared/text/searchText';
import type { AccountRow } from '../../../queries/accountRows';

/** Stands for accounts without a group, beside the IDs of groups. */
export const ungrouped = 'none';

/** The list's filter; null: any group, any tag. */
export interface AccountsFilter {
  readonly search: string;
  /** A group's ID, or `ungrouped`. */
  readonly group: string | null;
  readonly tag: string | null;
}

export const allAccounts: AccountsFilter = { search: '', group: null, tag: null };

/** The accounts that match; searched is all the text that a row can show. */
export function matchingAccounts(
  rows: readonly AccountRow[],
  { search, group, tag }: AccountsFilter,
  connections: readonly Connection[],
): readonly AccountRow[] {
  const labels = new Map(connections.map(({ connectionId, label }) => [connectionId, label]));
  const textOf = ({ name, accountId, marketplaceId, accesses, ...row }: AccountRow): string =>
    [
      ...[name, accountId, marketplaceName(marketplaceId), row.group?.name ?? '', row.note],
      ...row.tags,
      ...accesses.map(({ connectionId }) => labels.get(connectionId) ?? ''),
    ].join('\n');
  return rows.filter(
    (row) =>
      (group === null || (row.group?.groupId ?? ungrouped) === group) &&
      (tag === null || row.tags.includes(tag)) &&
      (search.trim() === '' || matchesSearch(textOf(row), search)),
  );
}
