import type { Database } from './database';

export type Statement = ReturnType<Database['prepare']>;

const statements = new WeakMap<Database, Map<string, Statement>>();

/**
 * Like `db.prepare`, but the statement is cached: for statements that run once per row of a long list, where preparing takes
 * longer than running. Only for SQL written in the code.
 */
export function prepared(db: Database, sql: string): Statement {
  const ofDatabase = statements.get(db) ?? new Map<string, Statement>();
  statements.set(db, ofDatabase);
  const statement = ofDatabase.get(sql) ?? db.prepare(sql);
  ofDatabase.set(sql, statement);
  return statement;
}

/**
 * Like `db.prepare`, but each row is an array of its columns in order: an object takes twice as long, which matters when a list
 * of tens of thousands is read.
 */
export function withoutNames(db: Database, sql: string): Statement {
  const statement = db.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}
