import type { ActivityEntry } from '../../shared/domain/activity';
import type { ChannelOutput, CheckedInput } from '../../shared/bridge/ipc';
import type { Database } from '../storage/database';
import { listEntries } from './entries';
import { exportEntries } from './exportEntries';
import type { ActivityFilter } from './filter';

/** Who acted: the connection's label and the signed-in identity, as they were then. */
export type Actor = Readonly<Pick<ActivityEntry, 'connectionLabel' | 'actor'>>;

/** An entry before it is written. In main, `requestId` is the journal's. */
export type NewEntry = Readonly<Omit<ActivityEntry, 'activityId' | 'requestId'>> & {
  readonly amazonRequestId: string | null;
};

/** The record of what was done. It only grows; the database refuses to change or delete an entry. */
export interface Activity {
  /** Appends the entries. Call it inside the transaction that writes the facts they tell of. */
  record(entries: readonly NewEntry[]): void;
  /**
   * A page of the entries, newest first, and how many there are in all. An account that the connection named does not
   * lead to is a CodedError NOT_FOUND.
   */
  list(query: CheckedInput<'activity.list'>): ChannelOutput<'activity.list'>;
  /**
   * Writes the entries that fit into a CSV file, newest first, without keeping other work waiting.
   * @returns how many they were. Rejects with a CodedError DISK_FULL or FILE_NOT_SAVED, and then leaves no file.
   */
  exportTo(file: string, filter: ActivityFilter): Promise<number>;
}

export function createActivity(db: Database): Activity {
  return {
    record(entries) {
      const insert = db.prepare(
        `INSERT INTO activity (at, action, result, connection_label, actor, realm, account_id, account_name,
           email_address, user_name, role, invitation_id, operation_id, amazon_request_id, detail, code)
         VALUES (:at, :action, :result, :connectionLabel, :actor, :realm, :accountId, :accountName,
           :emailAddress, :userName, :role, :invitationId, :operationId, :amazonRequestId, :detail, :code)`,
      );
      for (const entry of entries) insert.run({ ...entry });
    },
    list: (query) => listEntries(db, query),
    exportTo: (file, filter) => exportEntries(db, filter, file),
  };
}
