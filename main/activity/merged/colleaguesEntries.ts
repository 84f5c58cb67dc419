import type { ActivityEntry } from '../../../shared/domain/activity';
import type { Database } from '../../storage/database';

/** Entries of colleagues' records, by the numbers under which this app keeps them. */
export function colleaguesEntries(db: Database, numbers: readonly number[]): ActivityEntry[] {
  const rows: unknown = db
    .prepare(`${selectEntries} WHERE number IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(numbers));
  return (rows as EntryRow[]).map(({ name, learnedAt, batchName, rowNumber, ...row }) => ({
    ...row,
    ...{ operationId: null, runId: null, origin: null, approval: null },
    colleague: { name, learnedAt, batch: batchName === null ? null : { batchName, rowNumber } },
  }));
}

interface EntryRow extends Omit<
  ActivityEntry,
  'operationId' | 'runId' | 'origin' | 'approval' | 'colleague'
> {
  readonly name: string;
  readonly learnedAt: number;
  readonly batchName: string | null;
  readonly rowNumber: number | null;
}

const selectEntries = `SELECT number AS activityId, at, what AS action, outcome AS result,
  body ->> 'connectionLabel' AS connectionLabel, body ->> 'actor' AS actor, realm, account_id AS accountId,
  body ->> 'accountName' AS accountName, body ->> 'emailAddress' AS emailAddress, body ->> 'userName' AS userName,
  body ->> 'role' AS role, body ->> 'invitationId' AS invitationId, user_id AS userId, body ->> 'requestId' AS requestId,
  body ->> 'detail' AS detail, body ->> 'code' AS code, author_name AS name, learned_at AS learnedAt,
  body ->> 'batchName' AS batchName, body ->> 'batchRow' AS rowNumber
  FROM team_facts`;
