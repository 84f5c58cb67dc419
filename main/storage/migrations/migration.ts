export interface Migration {
  /** 1, 2, 3 …: the database's `user_version` once it is done. */
  readonly version: number;
  readonly sql: string;
}
