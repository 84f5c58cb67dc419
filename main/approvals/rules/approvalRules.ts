import {
  approvalRule,
  defaultApprovalRule,
  loosens,
  type ApprovalRule,
} from '../../../shared/domain/approval/approvalRule';
import type { Database } from '../../storage/database';
import { newRecordId } from '../../storage/recordId';

/** When the rule was last loosened, and by whom; ms since 1970. */
export interface Loosening {
  readonly at: number;
  readonly by: string;
}

/** The rule that counts now. It is in the database, and not in the settings file, which any editor can change. */
export function currentRule(db: Database): ApprovalRule {
  const row = db.prepare('SELECT rule FROM approval_rules ORDER BY number DESC LIMIT 1').get() as
    { readonly rule: string } | undefined;
  return row === undefined ? defaultApprovalRule : approvalRule.parse(JSON.parse(row.rule));
}

/** The last time the rule was loosened; null if it never was. */
export const lastLoosening = (db: Database): Loosening | null =>
  (db
    .prepare('SELECT at, set_by AS "by" FROM approval_rules WHERE loosens = 1 ORDER BY number DESC LIMIT 1')
    .get() as Loosening | undefined) ?? null;

/** Appends a rule. Call it inside a transaction. @param at ms since 1970 */
export function writeRule(db: Database, rule: ApprovalRule, { at, by }: Loosening): void {
  db.prepare('INSERT INTO approval_rules (rule_id, at, rule, loosens, set_by) VALUES (?, ?, ?, ?, ?)').run(
    newRecordId(at),
    at,
    JSON.stringify(rule),
    loosens(currentRule(db), rule) ? 1 : 0,
    by,
  );
}
