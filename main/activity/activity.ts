import type { ActivityEntry } from '../../shared/domain/activity';
import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';
import type { Database } from '../storage/database';
import { newRecordId } from '../storage/recordId';
import { entriesOfRuns } from './entries';
import { listEntries } from './listEntries';
import { exportEntries } from './exportEntries';
import type { ActivityFilter } from './filter';

/** The actor: the connection's label and the signed-in identity at that time. */
export type Actor = Readonly<Pick<ActivityEntry, 'connectionLabel' | 'actor'>>;

/** An entry before it is written. In main, `requestId` is the journal's. */
export type NewEntry = Readonly<
  Omit<ActivityEntry, 'activityId' | 'requestId' | 'runId' | 'origin' | 'approval' | 'colleague'>
> & {
  readonly amazonRequestId: string | null;
};

/** The activity record. It is append-only; the database refuses to change or delete an entry. */
export interface Activity {
  /** Appends the entries. Call it inside the transaction that writes the facts they describe. */
  record(entries: readonly NewEntry[]): void;
  /** Appends that somebody's data was erased, under the pseudonym. Call it inside the transaction that erases. */
  recordErasure(erasure: Pick<NewEntry, 'at' | 'emailAddress' | 'userName' | 'actor' | 'detail'>): void;
  /** Appends that the rule about approvals was changed. Call it inside the transaction that changes it. */
  recordRule(change: Pick<NewEntry, 'at' | 'actor' | 'detail'>): void;
  /**
   * A page of the entries, newest first, and the total. An account that the given connection doesn't reach is a CodedError
   * NOT_FOUND.
   */
  list(query: CheckedInput<'activity.list'>): ChannelOutput<'activity.list'>;
  /** Everything recorded about changes of these runs, the oldest first. */
  ofRuns(runIds: readonly number[]): ActivityEntry[];
  /**
   * Writes the matching entries to a CSV file, newest first, without blocking other work.
   * @returns how many there were. Rejects with a CodedError DISK_FULL or FILE_NOT_SAVED, and then leaves no file.
   */
  exportTo(file: string, filter: ActivityFilter): Promise<number>;
}

export function createActivity(db: Database): Activity {
  const record: Activity['record'] = (entries) => {
    const insert = db.prepare(
      `INSERT INTO activity (at, action, result, connection_label, actor, realm, account_id, account_name,
           email_address, user_name, role, invitation_id, user_id, operation_id, amazon_request_id, detail, code,
           record_id)
         VALUES (:at, :action, :result, :connectionLabel, :actor, :realm, :accountId, :accountName,
           :emailAddress, :userName, :role, :invitationId, :userId, :operationId, :amazonRequestId, :detail, :code,
           :recordId)`,
    );
    for (const entry of entries) insert.run({ ...entry, recordId: newRecordId(entry.at) });
  };
  return {
    record,
    recordErasure: (erasure) => {
      record([{ ...nothingAtAmazon, ...erasure }]);
    },
    recordRule: (change) => {
      record([{ ...nothingAtAmazon, emailAddress: '', userName: '', ...change, action: 'changeRule' }]);
    },
    list: (query) => listEntries(db, query),
    ofRuns: (runIds) => entriesOfRuns(db, runIds),
    exportTo: (file, filter) => exportEntries(db, filter, file),
  };
}

/** Erasing and rules are about no account, and nothing is requested from Amazon. */
const nothingAtAmazon: Omit<NewEntry, 'at' | 'emailAddress' | 'userName' | 'actor' | 'detail'> = {
  action: 'erase',
  result: 'done',
  ...{ connectionLabel: '', realm: '', accountId: '', accountName: '', role: '' },
  ...{ invitationId: null, userId: null, operationId: null, amazonRequestId: null, code: null },
};
