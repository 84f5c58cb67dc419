import { toSearchText } from '../../shared/text/searchText';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/**
 * Adds the SQL function `search_text(name, address, inviter, id)` to a connection: the text an invitation is searched in,
 * normalized, a line for each. The name comes first, so that the texts sort like the names; no normalized text has a line break,
 * so that nothing matches across two of them.
 */
export function addSearchText(db: DatabaseSyncInstance): void {
  db.function(
    'search_text',
    { deterministic: true },
    (name: string, address: string, inviter: string, id: string) =>
      [name, address, inviter, id].map(toSearchText).join('\n'),
  );
}
