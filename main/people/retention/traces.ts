import { mailboxKey } from '../../../shared/domain/invitation/person';
import { isErasedAddress } from '../../../shared/domain/person/pseudonym';
import { isWholeAddress } from '../../access/refresh/evidence';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';

/** Where people left traces, and when. */
export interface Traces {
  /** Whole addresses, in the form of `mailboxKey`, all of whose traces are from before the time. */
  readonly ended: ReadonlySet<string>;
  /** Everybody who did something, as they stand in the record, and when they did last; ms since 1970. */
  readonly actors: ReadonlyMap<string, number>;
}

/**
 * Reads the times of everything that has an address, once: asking for each of tens of thousands of people takes a hundred times as
 * long.
 * @param before ms since 1970
 */
export function* readTraces(db: Database, before: number): Stepwise<Traces> {
  const [old, recent] = [new Set<string>(), new Set<string>()];
  const actors = new Map<string, number>();
  for (const { sql, key } of sources) {
    const next = db.prepare(`${sql} LIMIT ${String(rowsAtOnce)}`);
    let last: Record<string, string | number> = Object.fromEntries(key.map((name) => [name, '']));
    // A number sorts before every text, so that this is before the first key of either kind.
    if (key.length === 1) last = Object.fromEntries(key.map((name) => [name, -1]));
    for (;;) {
      const rows = next.all(last) as unknown as TraceRow[];
      for (const row of rows) {
        (row.at < before ? old : recent).add(mailboxKey(row.address));
        if (row.actor !== undefined) actors.set(row.actor, Math.max(row.at, actors.get(row.actor) ?? 0));
      }
      const end = rows.at(-1);
      if (end === undefined) break;
      last = Object.fromEntries(key.map((name) => [name, end[name] ?? '']));
      yield;
    }
  }
  const ended = [...old].filter(
    (address) => !recent.has(address) && isWholeAddress(address) && !isErasedAddress(address),
  );
  return { ended: new Set(ended), actors };
}

/** How many rows are read in one step. */
const rowsAtOnce = 500;

interface TraceRow {
  readonly address: string;
  readonly at: number;
  readonly actor?: string;
  readonly [key: string]: string | number | undefined;
}

/** Tables in the order of their keys. A pending invitation has no end. */
const sources: readonly { readonly sql: string; readonly key: readonly string[] }[] = [
  {
    key: ['id'],
    sql: `SELECT activity_id AS id, email_address AS address, at, actor FROM activity
      WHERE activity_id > :id ORDER BY activity_id`,
  },
  {
    key: ['id'],
    sql: `SELECT operation_id AS id, email_address AS address, coalesce(settled_at, created_at) AS at FROM operations
      WHERE operation_id > :id ORDER BY operation_id`,
  },
  {
    key: ['realm', 'accountId', 'invitationId'],
    sql: `SELECT realm, account_id AS accountId, invitation_id AS invitationId, email_address AS address,
        iif(state = 'pending', 9e15, max(state_changed_at, coalesce(last_seen_at, 0))) AS at FROM invitations
      WHERE (realm, account_id, invitation_id) > (:realm, :accountId, :invitationId)
      ORDER BY realm, account_id, invitation_id`,
  },
  {
    key: ['batchId', 'rowId'],
    sql: `SELECT batch_id AS batchId, row_id AS rowId, email_address AS address, changed_at AS at
      FROM batch_rows CROSS JOIN batches USING (batch_id) WHERE (batch_id, row_id) > (:batchId, :rowId)
      ORDER BY batch_id, row_id`,
  },
  {
    key: ['fileId', 'position'],
    sql: `SELECT file_id AS fileId, position, email_address AS address, received_at AS at
      FROM received_rows CROSS JOIN received_files USING (file_id) WHERE (file_id, position) > (:fileId, :position)
      ORDER BY file_id, position`,
  },
  {
    key: ['id'],
    sql: `SELECT decision AS id, email_address AS address, at FROM identity_decisions WHERE decision > :id ORDER BY decision`,
  },
  {
    key: ['leaverId', 'index'],
    sql: `SELECT leaver_id AS leaverId, each.key AS "index", each.value AS address, started_at AS at
      FROM leavers, json_each(subject, '$.emailAddresses') AS each
      WHERE (leaver_id, CAST(each.key AS TEXT)) > (:leaverId, CAST(:index AS TEXT)) ORDER BY leaver_id, CAST(each.key AS TEXT)`,
  },
];
