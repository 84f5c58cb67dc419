import { z } from 'zod';
import type { ApprovalRule } from '../../../shared/domain/approval/approvalRule';
import { noTeamRules, teamRule, type TeamRule, type TeamRules } from '../../../shared/domain/team/teamRules';
import { CodedError } from '../../../shared/errors';
import type { AccountKey } from '../../outbox/journal/append';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import type { TeamStore } from '../store/teamStore';
import { rulesText } from './rulesText';
import { isShared } from '../sending/isShared';

/** A row of the store, as bounded as Amazon's answers are. */
const row = z.object({
  version: z.int().positive(),
  rule: teamRule,
  author: z.string().max(80),
  setAt: z.number(),
});

const newestSql = `
  SELECT version, rule, coalesce(display_name, author) AS author, (extract(epoch FROM at) * 1000)::float8 AS "setAt"
  FROM amc.rules LEFT JOIN amc.members ON login = author ORDER BY version DESC LIMIT 1`;

/** $1: the version, which has to follow the last one, $2: the rule. @returns a row if it did */
const addSql = `
  INSERT INTO amc.rules (version, rule)
  SELECT $1::integer, $2::jsonb WHERE $1::integer = 1 + coalesce((SELECT max(version) FROM amc.rules), 0)
  ON CONFLICT DO NOTHING RETURNING version`;

/** The team's rules as last heard: they count until the store says others. */
export function readTeamRules(db: Database): TeamRules {
  const found = db.prepare('SELECT version, rule, author, set_at AS setAt FROM team_rules').get() as
    (Omit<TeamRules, 'rule'> & { readonly rule: string }) | undefined;
  return found === undefined ? noTeamRules : { ...found, rule: teamRule.parse(JSON.parse(found.rule)) };
}

/**
 * Takes up the rules that count now. What this program can't read stays as it was.
 * @returns whether they are others
 */
export async function pullRules(db: Database, store: TeamStore): Promise<boolean> {
  const [found] = await store.query(newestSql);
  const read = row.safeParse(found);
  if (!read.success) return false;
  const newest: TeamRules = { ...read.data, setAt: Math.floor(read.data.setAt) };
  if (JSON.stringify(newest) === JSON.stringify(readTeamRules(db))) return false;
  transaction(db, () => {
    db.prepare(
      `INSERT OR REPLACE INTO team_rules (number, version, rule, author, set_at) VALUES (1, ?, ?, ?, ?)`,
    ).run(newest.version, JSON.stringify(newest.rule), newest.author, newest.setAt);
  });
  return true;
}

/**
 * Adds a version after the one that the person saw.
 * @throws CodedError TEAM_REFUSED if there is another one meanwhile; as `TeamStore.query`, without the right to administer
 */
export async function addRules(store: TeamStore, rule: TeamRule, basedOn: number): Promise<void> {
  const added = await store.query(addSql, [basedOn + 1, JSON.stringify(rule)]);
  if (added.length > 0) return;
  throw new CodedError({ code: 'TEAM_REFUSED', message: rulesText.changedMeanwhile, retryable: true });
}

/** The team's rule about approvals, if one of these accounts is shared; null otherwise. */
export function teamApprovalRule(db: Database, accounts: readonly AccountKey[]): ApprovalRule | null {
  return accounts.some((account) => isShared(db, account)) ? readTeamRules(db).rule.approval : null;
}
