import type { CheckedInput } from '../../../shared/bridge/ipc';

type Order = Pick<CheckedInput<'invitations.list'>, 'sort' | 'descending'>;

/** Each sort key in SQL. Unknown times come last in either direction. */
const sortColumns: Record<
  Order['sort'],
  { readonly column: string; readonly collation: 'BINARY' | 'NOCASE' }
> = {
  expiresAt: { column: 'expires_at', collation: 'BINARY' },
  createdAt: { column: 'created_at', collation: 'BINARY' },
  // The name as in the search text, where "Ä" sorts with "A" and not after "Z".
  userName: { column: 'substr(search_text, 1, instr(search_text, char(10)) - 1)', collation: 'BINARY' },
  emailAddress: { column: 'email_address', collation: 'NOCASE' },
  accountName: {
    column: `(SELECT name FROM accounts
      WHERE accounts.realm = invitations.realm AND accounts.account_id = invitations.account_id)`,
    collation: 'NOCASE',
  },
  role: { column: 'role', collation: 'NOCASE' },
  state: { column: 'state', collation: 'BINARY' },
  createdBy: { column: 'created_by', collation: 'NOCASE' },
  stateChangedAt: { column: 'state_changed_at', collation: 'BINARY' },
};

/** An order in SQL over `invitations`: what is sorted by, to be selected as `sort_key`, and the terms of ORDER BY. */
export function orderOf({ sort, descending }: Order): { readonly sortKey: string; readonly order: string } {
  const { column, collation } = sortColumns[sort];
  return {
    sortKey: column,
    order: `sort_key COLLATE ${collation} ${descending ? 'DESC' : 'ASC'} NULLS LAST, invitation_id, account_id, realm`,
  };
}
