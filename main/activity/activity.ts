import type { OperationKind, OperationStatus } from '../../shared/domain/operation';
import type { Database } from '../storage/database';

/** Who acted: the connection's label and the signed-in identity, as they were then. */
export interface Actor {
  readonly connectionLabel: string;
  readonly actor: string;
}

/** One line of the record: a change that was asked of Amazon, and how it ended. */
export interface ActivityEntry extends Actor {
  /** ms since 1970. */
  readonly at: number;
  readonly action: OperationKind;
  readonly result: Extract<OperationStatus, 'done' | 'failed' | 'inDoubt'>;
  readonly realm: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: string;
  readonly invitationId: string | null;
  readonly operationId: number;
  readonly amazonRequestId: string | null;
  /** Amazon's own code and words where it refused. */
  readonly detail: string | null;
}

/** The record of what was done. It only grows; the database refuses to change or delete an entry. */
export interface Activity {
  /** Appends the entries. Call it inside the transaction that writes the facts they tell of. */
  record(entries: readonly ActivityEntry[]): void;
}

export function createActivity(db: Database): Activity {
  return {
    record(entries) {
      const insert = db.prepare(
        `INSERT INTO activity (at, action, result, connection_label, actor, realm, account_id, account_name,
           email_address, user_name, role, invitation_id, operation_id, amazon_request_id, detail)
         VALUES (:at, :action, :result, :connectionLabel, :actor, :realm, :accountId, :accountName,
           :emailAddress, :userName, :role, :invitationId, :operationId, :amazonRequestId, :detail)`,
      );
      for (const entry of entries) insert.run({ ...entry });
    },
  };
}
