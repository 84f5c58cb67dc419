import type { RefusedFacts } from '../../../shared/domain/team/factsProgress';
import type { SharedAccountRef } from '../../../shared/domain/team/sharableAccount';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import { StoreError } from '../store/storeError';
import type { OutgoingFact, SharedKind } from './kinds/sharedKind';

/** A fact of this folder that the store refused as it is. It isn't pushed again by this version. */
export interface RefusedFact {
  readonly fact: Pick<OutgoingFact, 'factId'> & SharedAccountRef & Pick<SharedKind, 'kind'>;
  /** PostgreSQL's (its appendix A). */
  readonly code: string;
}

/**
 * PostgreSQL's code if a statement was refused because of what it would store: a value that can't be (class 22), that breaks a rule of a
 * table (23), or is too large (54). Null for anything else.
 */
export function refusalOf(thrown: unknown): string | null {
  if (!(thrown instanceof StoreError) || thrown.problem !== 'notAccepted') return null;
  const { details } = thrown.toBody();
  return details !== undefined && /^(22|23|54)/.test(details) ? details : null;
}

/** Call it inside a transaction. @param at ms since 1970 */
export function writeRefused(
  db: Database,
  refused: readonly RefusedFact[],
  { programVersion, at }: { readonly programVersion: string; readonly at: number },
): void {
  const insert = db.prepare(
    `INSERT INTO team_refused_facts (fact_id, realm, account_id, kind, code, program_version, at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  for (const { fact, code } of refused) {
    insert.run(fact.factId, fact.realm, fact.accountId, fact.kind, code, programVersion, at);
  }
}

/** How many there are, and why. */
export function readRefused(db: Database): RefusedFacts {
  const rows = db
    .prepare('SELECT code, count(*) AS count FROM team_refused_facts GROUP BY code ORDER BY code')
    .all() as { readonly code: string; readonly count: number }[];
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    codes: rows.map(({ code }) => code),
  };
}

/** What another version of the program couldn't share is pushed again: all of its sources, of which the store keeps what it has. */
export function retryRefused(db: Database, programVersion: string): void {
  const where = 'WHERE program_version <> ?';
  if (db.prepare(`SELECT 1 FROM team_refused_facts ${where}`).get(programVersion) === undefined) return;
  transaction(db, () => {
    db.prepare(
      `DELETE FROM team_pushed WHERE (realm, account_id, kind) IN (SELECT realm, account_id, kind FROM team_refused_facts ${where})`,
    ).run(programVersion);
    db.prepare(`DELETE FROM team_refused_facts ${where}`).run(programVersion);
  });
}
