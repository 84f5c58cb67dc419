import {
  plannedInstances,
  type PlannedInstances,
  type WantedInstances,
} from '../../../shared/domain/account/plannedInstances';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';

/** A person in an account. */
export interface PlanKey {
  readonly realm: string;
  readonly accountId: string;
  /** A whole address, in any case. */
  readonly emailAddress: string;
}

/** What was planned for a person in an account, by whom and when. */
export interface Plan {
  readonly wanted: PlannedInstances;
  /** ms since 1970. */
  readonly plannedAt: number;
  /** The identity that was signed in; empty if none was. */
  readonly plannedBy: string;
}

/** A plan with whom it is for. */
export interface StoredPlan extends Plan {
  readonly realm: string;
  readonly accountId: string;
  /** In the form of `mailboxKey`. */
  readonly address: string;
}

/** The latest plan for a person in an account; null if there is none. */
export function readPlan(db: Database, { realm, accountId, emailAddress }: PlanKey): Plan | null {
  const row = prepared(
    db,
    `SELECT wanted, planned_at AS plannedAt, planned_by AS plannedBy FROM planned_instances
     WHERE realm = ? AND account_id = ? AND address = ?`,
  ).get(realm, accountId, mailboxKey(emailAddress)) as StoredAsText<Plan> | undefined;
  return row === undefined ? null : { ...row, wanted: wantedOf(row) };
}

/** Every plan of an account by address, or of all accounts. */
export function readPlans(
  db: Database,
  account: { readonly realm: string; readonly accountId: string } | null = null,
): StoredPlan[] {
  const ofAccount = account === null ? '' : 'WHERE realm = :realm AND account_id = :accountId';
  const rows = prepared(
    db,
    `SELECT realm, account_id AS accountId, address, wanted, planned_at AS plannedAt, planned_by AS plannedBy
     FROM planned_instances ${ofAccount} ORDER BY realm, account_id, address`,
  ).all(
    account === null ? {} : { realm: account.realm, accountId: account.accountId },
  ) as unknown as StoredAsText<StoredPlan>[];
  return rows.map((row) => ({ ...row, wanted: wantedOf(row) }));
}

/** The plans for these people, in any order; those without one are left out. */
export function plansOf(
  db: Database,
  people: readonly (readonly [realm: string, accountId: string, emailAddress: string])[],
): StoredPlan[] {
  const keys = people.map(([realm, accountId, emailAddress]) => [realm, accountId, mailboxKey(emailAddress)]);
  const rows = prepared(
    db,
    `SELECT realm, account_id AS accountId, address, wanted, planned_at AS plannedAt, planned_by AS plannedBy
     FROM json_each(?) AS person CROSS JOIN planned_instances
       ON realm = person.value ->> 0 AND account_id = person.value ->> 1 AND address = person.value ->> 2`,
  ).all(JSON.stringify(keys)) as unknown as StoredAsText<StoredPlan>[];
  return rows.map((row) => ({ ...row, wanted: wantedOf(row) }));
}

/** Replaces what was planned before for this person in this account; `none` clears it. Call it inside a transaction. */
export function writePlan(
  db: Database,
  key: PlanKey,
  plan: Omit<Plan, 'wanted'> & { readonly wanted: WantedInstances },
): void {
  if (plan.wanted === 'none') {
    dropPlan(db, key);
    return;
  }
  const { realm, accountId, emailAddress } = key;
  prepared(
    db,
    `INSERT INTO planned_instances (realm, account_id, address, wanted, planned_at, planned_by) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET wanted = excluded.wanted, planned_at = excluded.planned_at, planned_by = excluded.planned_by`,
  ).run(
    ...[realm, accountId, mailboxKey(emailAddress), JSON.stringify(plan.wanted)],
    ...[plan.plannedAt, plan.plannedBy],
  );
  revise(db, [realm, accountId, mailboxKey(emailAddress)], null);
}

/** Nothing is planned anymore for this person in this account. Call it inside a transaction. */
export function dropPlan(db: Database, key: PlanKey): void {
  const plan = readPlan(db, key);
  if (plan === null) return;
  const columns = [key.realm, key.accountId, mailboxKey(key.emailAddress)] as const;
  prepared(db, 'DELETE FROM planned_instances WHERE realm = ? AND account_id = ? AND address = ?').run(
    ...columns,
  );
  // It ends this plan, not a later one of a colleague.
  revise(db, columns, plan.plannedAt + 1);
}

/** Numbers the change, so that it is shared with colleagues once. @param endedAt ms since 1970; null while there is a plan */
function revise(
  db: Database,
  columns: readonly [realm: string, accountId: string, address: string],
  endedAt: number | null,
): void {
  prepared(
    db,
    `INSERT INTO planned_revisions (realm, account_id, address, number, ended_at)
     VALUES (?, ?, ?, 1 + (SELECT coalesce(max(number), 0) FROM planned_revisions), ?)
     ON CONFLICT (realm, account_id, address) DO UPDATE SET number = excluded.number, ended_at = excluded.ended_at`,
  ).run(...columns, endedAt);
}

type StoredAsText<T extends Plan> = Omit<T, 'wanted'> & { readonly wanted: string };

const wantedOf = ({ wanted }: StoredAsText<Plan>): PlannedInstances =>
  plannedInstances.parse(JSON.parse(wanted));
