import type { AccountKey } from '../../outbox/journal/append';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';

/** Whether changes in an account follow the team's rules here. */
export const isShared = (db: Database, { realm, accountId }: AccountKey): boolean =>
  prepared(db, 'SELECT 1 FROM team_accounts WHERE realm = ? AND account_id = ?').get(realm, accountId) !==
  undefined;
