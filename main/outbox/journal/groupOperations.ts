import { maxRetried, type Operation } from '../../../shared/domain/outbox/operation';
import type { OperationGroup } from '../../../shared/domain/outbox/operationGroup';
import type { Database } from '../../storage/database';
import { isSkipped } from '../../storage/skipped';
import type { Stepwise } from '../../storage/stepwise';
import { listOperations } from './listOperations';

/** Which operations are grouped: those that were not done, or those nobody knows about. */
export type Grouped = 'failed' | 'inDoubt';

/** How many operations are read in one step. */
const operationsAStep = 500;

/** How many groups are answered, those with the newest operations. */
const maxGroups = 200;

/** How many names of a group are answered. */
const namesShown = 3;

/**
 * The operations that need somebody, by account, kind and cause, in the order of their newest ones. Failed ones that were sent
 * again, or were not needed, are left out. At most the newest 100,000 are looked at.
 * @param runId null for those of every run
 */
export function* groupOperations(
  db: Database,
  { of, runId }: { readonly of: Grouped; readonly runId: number | null },
): Stepwise<{ readonly groups: OperationGroup[]; readonly total: number }> {
  const reading = db.prepare(
    `SELECT operation_id AS operationId, ${groupKey} AS key, user_name AS userName, ${revokedBefore} AS revoked
     FROM operations
     WHERE ${conditions[of]} AND operation_id < :before ${runId === null ? '' : 'AND run_id = :runId'}
     ORDER BY operation_id DESC LIMIT ${String(operationsAStep)}`,
  );
  const groups = new Map<string, Gathered>();
  let before = Number.MAX_SAFE_INTEGER;
  let total = 0;
  for (let isLast = false; !isLast && total < maxRetried;) {
    const rows = reading.all(runId === null ? { before } : { before, runId }) as unknown as Row[];
    for (const row of rows) gather(groups, row);
    total += rows.length;
    before = rows.at(-1)?.operationId ?? 0;
    isLast = rows.length < operationsAStep;
    yield;
  }
  const shown = [...groups.values()].slice(0, maxGroups);
  const newest = newestOf(db, shown);
  return {
    groups: shown.flatMap(({ revoked, names, operationIds }) => {
      const [first = 0] = operationIds;
      const operation = newest.get(first);
      return operation === undefined ? [] : [{ newest: operation, revoked, names, operationIds }];
    }),
    total,
  };
}

const conditions: Readonly<Record<Grouped, string>> = {
  failed: `status = 'failed' AND NOT ${isSkipped}
    AND NOT EXISTS (SELECT 1 FROM operations AS later WHERE later.replaces = operations.operation_id)`,
  inDoubt: `status = 'inDoubt'`,
};

/** In a change of role: whether the revocation that an invitation waited for is done. */
const revokedBefore = `coalesce((SELECT status = 'done' FROM operations AS earlier
  WHERE earlier.operation_id = operations.after_operation), 0)`;

/** What those of one group have in common; the cause in Amazon's words where there are any. */
const groupKey = `json_array(realm, account_id, connection_id, kind, error ->> 'code', error ->> 'message',
  error ->> 'details', finding ->> 'verdict', ${revokedBefore})`;

interface Row {
  readonly operationId: number;
  readonly key: string;
  readonly userName: string;
  readonly revoked: 0 | 1;
}

interface Gathered {
  readonly revoked: boolean;
  readonly names: string[];
  readonly operationIds: number[];
}

function gather(groups: Map<string, Gathered>, { operationId, key, userName, revoked }: Row): void {
  const group = groups.get(key) ?? { revoked: revoked === 1, names: [], operationIds: [] };
  groups.set(key, group);
  group.operationIds.push(operationId);
  if (group.names.length < namesShown) group.names.push(userName);
}

function newestOf(db: Database, groups: readonly Gathered[]): Map<number, Operation> {
  const ids = groups.flatMap(({ operationIds }) => operationIds.slice(0, 1));
  const { operations } = listOperations(db, { operationIds: ids, limit: maxGroups, offset: 0 });
  return new Map(operations.map((operation) => [operation.operationId, operation]));
}
