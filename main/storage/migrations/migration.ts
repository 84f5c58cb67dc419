export interface Migration {
  /** 1, 2, 3 …: the database's `user_version` once it is done. */
  readonly version: number;
  readonly sql: string;
  /**
   * True where tables that others refer to are replaced. Then foreign keys aren't enforced while it runs (SQLite allows turning
   * that off only outside a transaction) but checked as a whole before it commits, and a copy of the file is kept.
   */
  readonly rebuildsTables?: true;
}
