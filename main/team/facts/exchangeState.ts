import type { SharedAccountRef } from '../../../shared/domain/team/sharableAccount';
import { accountKey } from '../../../shared/util/accountKey';
import type { Database } from '../../storage/database';
import type { FactKind } from './kinds/sharedKind';

/** How far the source of one kind in an account was pushed. */
export interface Position extends SharedAccountRef {
  readonly kind: FactKind;
  readonly upTo: string;
}

/** Every position, by account and kind: '' where nothing was pushed. */
export function readPositions(db: Database): (account: SharedAccountRef, kind: FactKind) => string {
  const rows: unknown = db
    .prepare('SELECT realm, account_id AS accountId, kind, up_to AS upTo FROM team_pushed')
    .all();
  const byKey = new Map(
    (rows as readonly Position[]).map((row) => [`${row.kind} ${accountKey(row)}`, row.upTo] as const),
  );
  return (account, kind) => byKey.get(`${kind} ${accountKey(account)}`) ?? '';
}

/** The shared accounts with the position of a kind, as a table of SQL: `realm`, `account_id` and `up_to`, '' where nothing was pushed. */
export const accountPositions = (kind: FactKind): string => `(
  SELECT team_accounts.realm, team_accounts.account_id, coalesce(up_to, '') AS up_to
  FROM team_accounts LEFT JOIN team_pushed ON team_pushed.realm = team_accounts.realm
    AND team_pushed.account_id = team_accounts.account_id AND team_pushed.kind = '${kind}')`;

/** Call it inside a transaction. */
export function writePosition(db: Database, { realm, accountId, kind, upTo }: Position): void {
  db.prepare(
    `INSERT INTO team_pushed (realm, account_id, kind, up_to) VALUES (?, ?, ?, ?)
     ON CONFLICT (realm, account_id, kind) DO UPDATE SET up_to = excluded.up_to`,
  ).run(realm, accountId, kind, upTo);
}

/** How far the store was read. */
export interface Pulled {
  /** A place in the order in which the store got facts: microseconds since 1970, and a fact's ID. */
  readonly recorded: string;
  readonly factId: string;
  readonly visible: string;
  readonly unreadable: number;
  readonly programVersion: string;
  readonly finishedAt: number | null;
}

const lowestId = '00000000-0000-0000-0000-000000000000';

/** Where reading begins, or begins again. */
export const fromTheStart = (visible: string, programVersion: string): Pulled => ({
  ...{ recorded: '0', factId: lowestId, visible, unreadable: 0, programVersion, finishedAt: null },
});

/** Null before the first reading. */
export function readPulled(db: Database): Pulled | null {
  const row: unknown = db
    .prepare(
      `SELECT recorded, fact_id AS factId, visible, unreadable, program_version AS programVersion, finished_at AS finishedAt
       FROM team_pulled`,
    )
    .get();
  return (row as Pulled | undefined) ?? null;
}

/** Call it inside a transaction. */
export function writePulled(db: Database, pulled: Pulled): void {
  db.prepare(
    `INSERT OR REPLACE INTO team_pulled (number, recorded, fact_id, visible, unreadable, program_version, finished_at)
     VALUES (1, :recorded, :factId, :visible, :unreadable, :programVersion, :finishedAt)`,
  ).run({ ...pulled });
}

/** The folder leaves its team: another one knows nothing of it, and it of another one nothing. Call it inside a transaction. */
export function forgetExchange(db: Database): void {
  db.exec('DELETE FROM team_pushed');
  db.exec('DELETE FROM team_refused_facts');
  db.exec('DELETE FROM team_pulled');
}
