/** A step of the store's schema. Steps that were ever released are never changed. */
export interface StoreMigration {
  /** From 1, without gaps. */
  readonly version: number;
  /**
   * Portable PostgreSQL 15: no extensions, advisory locks or LISTEN, so that compatible databases stay possible. Runs as
   * `amc_owner`, with its version's row, in one transaction.
   */
  readonly sql: string;
}
