import { z } from 'zod';
import type { ApprovalRule } from '../../../shared/domain/approval/approvalRule';
import {
  noTeamRules,
  strictestTeamRule,
  teamRule,
  type TeamRule,
  type TeamRules,
} from '../../../shared/domain/team/teamRules';
import { unreadableRulesText } from '../../../shared/domain/team/teamText';
import { CodedError } from '../../../shared/errors';
import type { AccountKey } from '../../outbox/journal/append';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import { transaction } from '../../storage/transaction';
import type { TeamStore } from '../store/teamStore';
import { rulesText } from './rulesText';
import { isShared } from '../sending/isShared';

/** A row of the store, as bounded as Amazon's answers are. Its rule may be a newer program's. */
const row = z.object({
  version: z.int().positive(),
  rule: z.unknown(),
  author: z.string().transform((name) => name.slice(0, 80)),
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
  const found = prepared(
    db,
    'SELECT version, rule, readable, author, set_at AS setAt FROM team_rules',
  ).get() as
    | (Omit<TeamRules, 'rule' | 'isReadable'> & { readonly rule: string; readonly readable: 0 | 1 })
    | undefined;
  if (found === undefined) return noTeamRules;
  const { version, author, setAt } = found;
  const rule = teamRule.parse(JSON.parse(found.rule));
  return { version, rule, isReadable: found.readable === 1, author, setAt };
}

/**
 * Takes up the rules that count now. Of those that this program can't read it learns only that there are such: then nothing is sent.
 * @returns whether they are others
 */
export async function pullRules(db: Database, store: TeamStore): Promise<boolean> {
  const [found] = await store.query(newestSql);
  const read = row.safeParse(found);
  if (!read.success) return false;
  const { version, author, setAt } = read.data;
  const rule = teamRule.safeParse(read.data.rule);
  const newest: TeamRules = {
    version,
    rule: rule.data ?? strictestTeamRule,
    isReadable: rule.success,
    author,
    setAt: Math.floor(setAt),
  };
  if (JSON.stringify(newest) === JSON.stringify(readTeamRules(db))) return false;
  transaction(db, () => {
    db.prepare(
      `INSERT OR REPLACE INTO team_rules (number, version, rule, readable, author, set_at) VALUES (1, ?, ?, ?, ?, ?)`,
    ).run(version, JSON.stringify(newest.rule), rule.success ? 1 : 0, author, newest.setAt);
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

/**
 * The team's rule about approvals, if one of these accounts is shared; null otherwise.
 * @param isSending whether something is about to be sent by it
 * @throws CodedError TEAM_OUTDATED if it is to be sent by rules that this program can't read
 */
export function teamApprovalRule(
  db: Database,
  accounts: readonly AccountKey[],
  isSending: boolean,
): ApprovalRule | null {
  if (!accounts.some((account) => isShared(db, account))) return null;
  const { rule, isReadable } = readTeamRules(db);
  if (isSending && !isReadable) throw unreadableRules();
  return rule.approval;
}

export const unreadableRules = (): CodedError =>
  new CodedError({ code: 'TEAM_OUTDATED', message: unreadableRulesText });
