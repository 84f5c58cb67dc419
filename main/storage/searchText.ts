import { toSearchText } from '../../shared/text/searchText';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/**
 * Teaches a connection the SQL function `search_text(name, address, inviter, id)`: what an invitation is found by,
 * folded, a line for each. The name stands first, so that the texts sort as the names do; no folded text has a line
 * break, so that nothing is found across two of them.
 */
export function addSearchText(db: DatabaseSyncInstance): void {
  db.function(
    'search_text',
    { deterministic: true },
    (name: string, address: string, inviter: string, id: string) =>
      [name, address, inviter, id].map(toSearchText).join('\n'),
  );
}
