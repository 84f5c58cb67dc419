import type { PlannedInstance } from '../../../shared/domain/account/plannedInstances';
import { mailboxKey } from '../../../shared/domain/invitation/person';
import type { Database } from '../../storage/database';
import { prepared } from '../../storage/prepared';
import { newRecordId } from '../../storage/recordId';
import type { PlanKey } from './plans';

/** What an admin says of one person: added to an instance, or that this was wrong. */
export interface Tick extends PlanKey {
  readonly kind: 'added' | 'takenBack';
  readonly instance: PlannedInstance;
  /** ms since 1970. */
  readonly at: number;
  /** Who added the person, as the record names people. */
  readonly by: string;
  /** The task list it was read from; null: ticked here. */
  readonly sourceFile: string | null;
}

/** Appends a tick. The latest about an instance of a person counts. Call it inside a transaction. */
export function writeTick(db: Database, tick: Tick): void {
  prepared(
    db,
    `INSERT INTO instance_ticks (tick_id, at, kind, realm, account_id, address, instance_id, instance_name, ticked_by,
       source_file)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[newRecordId(tick.at), tick.at, tick.kind, tick.realm, tick.accountId, mailboxKey(tick.emailAddress)],
    ...[tick.instance.instanceId ?? '', tick.instance.name, tick.by, tick.sourceFile],
  );
}

/** Which accepted invitations are tracked from now on. */
export type Untracked =
  { readonly realm: string; readonly accountId: string; readonly invitationId?: string } | 'all';

/** Tracks acceptances from before there was a work list. Call it inside a transaction. @returns how many were not tracked */
export function track(db: Database, which: Untracked): number {
  if (which === 'all') return db.prepare('DELETE FROM untracked_acceptances').run().changes;
  const { realm, accountId, invitationId = null } = which;
  const { changes } = db
    .prepare(
      `DELETE FROM untracked_acceptances
       WHERE realm = :realm AND account_id = :accountId AND coalesce(:invitationId, invitation_id) = invitation_id`,
    )
    .run({ realm, accountId, invitationId });
  return changes;
}
