import type { AccountRef } from '../../shared/domain/account';
import type { Invitee } from '../../shared/domain/invitation';
import type { WhenNotSeen } from '../../shared/domain/run';
import type { Database } from '../storage/database';
import { draftCreate, requireFailed } from './drafts';
import type { NewRequest } from './journal';
import { operationsById } from './journalReading';

/** Whom to invite, and the failed operation in whose place that is; the two may be for different people. */
export interface InviteeInPlace extends Invitee {
  readonly replaces: number | null;
}

/** Whom to invite where, in one run. */
export interface ManyInvitees {
  /** Each account once. */
  readonly groups: readonly { readonly account: AccountRef; readonly invitees: readonly InviteeInPlace[] }[];
  readonly notifyInvitedUsers: boolean;
  readonly whenNotSeen: WhenNotSeen;
  /**
   * Called inside the transaction that writes the operations down, so that whoever asked remembers them or neither is
   * written. The ids come in the order of the groups and of the people in each.
   */
  readonly written: (operationIds: readonly number[]) => void;
}

/**
 * The calls of a run over many accounts. What takes the place of a failed operation is the only one that may: nobody can
 * try that one again beside it. Call it inside the transaction that writes the calls down.
 * @throws CodedError INVALID_INPUT or NOT_FOUND; see Outbox
 */
export function draftMany(
  db: Database,
  groups: ManyInvitees['groups'],
  notifyInvitedUsers: boolean,
): NewRequest[] {
  const replaced = groups.flatMap(({ invitees }) => invitees.flatMap(({ replaces }) => replaces ?? []));
  const attempts = new Map<number, number>();
  for (const failed of operationsById(db, replaced)) {
    requireFailed(failed);
    attempts.set(failed.operation.operationId, failed.operation.attempt);
  }
  return groups.flatMap(({ account, invitees }) =>
    draftCreate(db, {
      account,
      notifyInvitedUsers,
      invitees: invitees.map(({ replaces, ...invitee }) =>
        replaces === null ? invitee : { ...invitee, replaces, attempt: (attempts.get(replaces) ?? 0) + 1 },
      ),
    }),
  );
}
