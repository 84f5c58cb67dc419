import type { BatchRowInput } from '../../../../shared/domain/batch/batch';
import { compareNames } from '../../../../shared/text/formats';
import { groupBy } from '../gridModel/groupBy';
import { accountRefKey } from '../../../../shared/util/accountKey';

/** Which rows of a batch to send. */
export type SendScope =
  | { readonly kind: 'all' }
  /** Those selected in the grid. */
  | { readonly kind: 'selected' }
  /** Those of the accounts with these keys. */
  | { readonly kind: 'accounts'; readonly keys: readonly string[] };

/** An account of a batch, through one connection, with its rows. */
export interface Place {
  readonly key: string;
  readonly name: string;
  readonly rowIds: readonly string[];
}

/** The accounts of these rows by name. Rows with an unknown account aren't sent, and are left out. */
export function placesOf(rows: readonly BatchRowInput[]): Place[] {
  const known = rows.flatMap(({ rowId, account, accountText }) =>
    account === null ? [] : [{ rowId, name: accountText, key: accountRefKey(account) }],
  );
  return [...groupBy(known, ({ key }) => key)]
    .map(([key, own]) => ({ key, name: own[0]?.name ?? '', rowIds: own.map(({ rowId }) => rowId) }))
    .sort((one, other) => compareNames(one.name, other.name));
}

/** The rows in the bridge's form; without `rowIds`: all. */
export function selectionOf(
  scope: SendScope,
  selected: readonly string[],
  places: readonly Place[],
): { readonly rowIds?: string[] } {
  switch (scope.kind) {
    case 'all':
      return {};
    case 'selected':
      return { rowIds: [...selected] };
    case 'accounts':
      return { rowIds: places.flatMap(({ key, rowIds }) => (scope.keys.includes(key) ? rowIds : [])) };
  }
}
