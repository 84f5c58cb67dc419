import type { WantedInstances } from '../../../shared/domain/account/plannedInstances';
import type { InstanceAccessState } from '../../../shared/domain/account/instanceAccessState';
import type { BatchLink, BatchReport } from '../../../shared/domain/batch/batchReport';
import type {
  InvitationRef,
  InvitationState,
  ShownInvitation,
} from '../../../shared/domain/invitation/invitation';
import { canBeSentAgain, type ShownStatus } from '../../../shared/domain/outbox/operation';
import { errorBody } from '../../../shared/errorBody';
import { instanceAccessState, withInstanceAccess } from '../../access/instances/accessState';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { openOf } from '../../../shared/domain/outbox/runCounts';
import { personKey } from '../../../shared/domain/batch/rules/facts';
import { rowStateOf } from '../../../shared/domain/batch/rowState';
import { accountKey } from '../../../shared/util/accountKey';
import { plansOf } from '../../access/instances/plans';
import { shownStatusColumn } from '../../storage/skipped';
import { requireListed } from '../reading';
import { countUnsent, invitationColumn, latestOperation, noRows } from '../rowStates';

/** A sent row with its result. Times are ms since 1970. */
export interface SentRow {
  readonly rowId: string;
  readonly realm: string;
  readonly connectionId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: string;
  readonly note: string;
  /** To which instances the person is to be added, as planned now; null if nothing is. */
  readonly planned: WantedInstances | null;
  readonly sourceFile: string | null;
  readonly sourceRow: number | null;
  readonly operationId: number;
  readonly runId: number;
  readonly runCreatedAt: number;
  readonly status: ShownStatus;
  /** JSON of an error body. */
  readonly error: string | null;
  readonly requestId: string | null;
  readonly settledAt: number | null;
  readonly invitationId: string | null;
  /** The current state of the invitation; null if there is none. */
  readonly state: InvitationState | null;
  /** The same as it is shown now. */
  readonly invitation: ShownInvitation | null;
  /** What is known of the person's access to instances; null: nothing is to be known. */
  readonly instanceAccess: InstanceAccessState | null;
  readonly expiresAt: number | null;
  readonly region: BatchLink['region'] | null;
}

/** The first `:limit` sent rows of one batch after the row `:after`. */
const pieceOfSentRows = `
  SELECT row_id, position, note, source_file, source_row, latest, ${shownStatusColumn} AS status FROM (
    SELECT row_id, position, note, source_file, source_row, ${latestOperation} AS latest FROM batch_rows
    WHERE batch_id = :batchId AND operation_id IS NOT NULL AND row_id > :after ORDER BY row_id LIMIT :limit)
  JOIN operations ON operations.operation_id = latest`;

/** All sent rows of a batch in order. The access to instances is as of `LedgerAddresses.bringUpToDate`. */
export function* readSentRows(db: Database, batchId: string): Stepwise<SentRow[]> {
  const reading = withInstanceAccess(db).prepare(
    `SELECT sent.row_id AS rowId, operations.realm, operations.connection_id AS connectionId, operations.account_id AS accountId,
       coalesce(accounts.name, operations.account_id) AS accountName, operations.email_address AS emailAddress,
       operations.user_name AS userName, operations.role, note, source_file AS sourceFile, source_row AS sourceRow,
       operations.operation_id AS operationId, operations.run_id AS runId, runs.created_at AS runCreatedAt,
       sent.status, operations.error, requests.amazon_request_id AS requestId,
       operations.settled_at AS settledAt, operations.invitation_id AS invitationId, invitations.state, ${invitationColumn} AS invitation,
       invitations.expires_at AS expiresAt, ${instanceAccessState} AS instanceAccess, connections.region, position
     FROM (${pieceOfSentRows}) AS sent
       JOIN operations ON operations.operation_id = sent.latest
       JOIN requests USING (request_id)
       JOIN runs ON runs.run_id = operations.run_id
       LEFT JOIN accounts ON accounts.realm = operations.realm AND accounts.account_id = operations.account_id
       LEFT JOIN invitations ON invitations.realm = operations.realm
         AND invitations.account_id = operations.account_id AND invitations.invitation_id = operations.invitation_id
       LEFT JOIN connections ON connections.connection_id = operations.connection_id
     ORDER BY sent.row_id`,
  );
  const rows: (SentRow & { readonly position: number })[] = [];
  for (let isLast = false; !isLast;) {
    const piece = reading.all({
      batchId,
      after: rows.at(-1)?.rowId ?? '',
      limit: sentRowsAPiece,
    }) as unknown as Omit<(typeof rows)[number], 'planned'>[];
    rows.push(...withPlans(db, piece));
    isLast = piece.length < sentRowsAPiece;
    yield;
  }
  return rows.sort((one, other) => one.position - other.position || (one.rowId < other.rowId ? -1 : 1));
}

/** The same rows with what is planned for their people; admins reach every instance. */
function withPlans<Row extends Pick<SentRow, 'realm' | 'accountId' | 'emailAddress' | 'role'>>(
  db: Database,
  rows: readonly Row[],
): (Row & Pick<SentRow, 'planned'>)[] {
  const keyOf = (realm: string, accountId: string, address: string): string =>
    personKey(accountKey({ realm, accountId }), address);
  const people = rows.map(({ realm, accountId, emailAddress }) => [realm, accountId, emailAddress] as const);
  const plans = new Map(
    plansOf(db, people).map(({ realm, accountId, address, wanted }) => [
      keyOf(realm, accountId, address),
      wanted,
    ]),
  );
  return rows.map((row) => ({
    ...row,
    planned:
      row.role.toLowerCase() === 'admin'
        ? null
        : (plans.get(keyOf(row.realm, row.accountId, row.emailAddress)) ?? null),
  }));
}

/** How many rows are counted in one step. */
const rowsAStep = 100;

/** How many sent rows are read at once. */
const sentRowsAPiece = 200;

/** @throws CodedError NOT_FOUND */
export function* reportOf(db: Database, batchId: string): Stepwise<Omit<BatchReport, 'sends'>> {
  requireListed(db, batchId);
  const counts = { ...(countUnsent(db, batchId).get(batchId) ?? noRows) };
  const states = new Map<InvitationState, number>();
  const instances = new Map<InstanceAccessState, number>();
  const failures = new Map<string, number>();
  const runs = new Map<number, number>();
  let endedAt = 0;
  for (const [index, row] of (yield* readSentRows(db, batchId)).entries()) {
    if (index % rowsAStep === rowsAStep - 1) yield;
    counts.rows += 1;
    counts[rowStateOf({ hasError: false, status: row.status, invitation: row.invitation })] += 1;
    if (row.state !== null) countOne(states, row.state);
    if (row.instanceAccess !== null) countOne(instances, row.instanceAccess);
    const failure = failureOf(row);
    if (failure !== null) countOne(failures, failure);
    runs.set(row.runId, row.runCreatedAt);
    endedAt = Math.max(endedAt, row.settledAt ?? 0);
  }
  const isOpen = openOf(counts) > 0;
  return {
    counts,
    states: adminsFirst(states).map(([state, rows]) => ({ state, rows })),
    instances: adminsFirst(instances).map(([access, rows]) => ({ access, rows })),
    failures: failuresIn(failures),
    runs: [...runs]
      .map(([runId, createdAt]) => ({ runId, createdAt }))
      .toSorted((one, other) => one.runId - other.runId),
    endedAt: isOpen || endedAt === 0 ? null : endedAt,
  };
}

/** The pending invitations of a batch. If a connection was removed, its region is unknown, so those are left out. */
export function* linksOf(db: Database, batchId: string): Stepwise<BatchLink[]> {
  const links: BatchLink[] = [];
  for (const [index, row] of (yield* readSentRows(db, batchId)).entries()) {
    if (index % rowsAStep === rowsAStep - 1) yield;
    const { state, invitationId, region } = row;
    if (state !== 'pending' || invitationId === null || region === null) continue;
    const { rowId, emailAddress, userName, role, accountName, expiresAt } = row;
    links.push({ rowId, emailAddress, userName, role, accountName, invitationId, region, expiresAt });
  }
  return links;
}

/** What undoing a batch would revoke, and what it can't undo. */
export interface Undoable {
  readonly invitations: InvitationRef[];
  readonly kept: readonly { readonly state: InvitationState; readonly rows: number }[];
}

export function* undoable(db: Database, batchId: string): Stepwise<Undoable> {
  requireListed(db, batchId);
  const invitations: InvitationRef[] = [];
  const kept = new Map<InvitationState, number>();
  for (const [index, row] of (yield* readSentRows(db, batchId)).entries()) {
    if (index % rowsAStep === rowsAStep - 1) yield;
    const { state, invitationId, connectionId, accountId } = row;
    if (state !== null && state !== 'pending') countOne(kept, state);
    if (state === 'pending' && invitationId !== null) {
      invitations.push({ connectionId, accountId, invitationId });
    }
  }
  return { invitations, kept: adminsFirst(kept).map(([state, rows]) => ({ state, rows })) };
}

/** Why a row failed, as a text that can be counted; null if it didn't. */
function failureOf({ status, error }: SentRow): string | null {
  if (!canBeSentAgain(status) || error === null) return null;
  const body = errorBody.safeParse(JSON.parse(error)).data;
  return body === undefined ? null : JSON.stringify([body.code, body.message, body.retryable]);
}

const failuresIn = (counts: ReadonlyMap<string, number>): BatchReport['failures'] =>
  adminsFirst(counts).map(([key, count]) => {
    const [code, message, retryable] = JSON.parse(key) as [string, string, boolean];
    return { code, message, retryable, rows: count };
  });

const countOne = <T>(counts: Map<T, number>, value: T): void => {
  counts.set(value, (counts.get(value) ?? 0) + 1);
};

const adminsFirst = <T>(counts: ReadonlyMap<T, number>): [T, number][] =>
  [...counts].toSorted(([, one], [, other]) => other - one);
