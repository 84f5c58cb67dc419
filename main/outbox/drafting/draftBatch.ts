import type { AccountRef } from '../../../shared/domain/account/account';
import type { WantedInstances } from '../../../shared/domain/account/plannedInstances';
import type { Invitee } from '../../../shared/domain/invitation/invitation';
import { chunksOf } from '../../../shared/domain/outbox/chunk';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { draftCreate, requireFailed, type DraftInvitee } from './draftInvitations';
import type { NewRequest } from '../journal/append';
import { operationsById } from '../journal/read';

/** Whom to invite for a row of a batch, and the failed operation this replaces; the two may be for different people. */
export interface InviteeInPlace extends Invitee {
  /** The instances to which the person is to be added; null leaves what was planned before. */
  readonly plan: WantedInstances | null;
  readonly rowId: string;
  /** The row's place in its batch, from 1. */
  readonly rowNumber: number;
  readonly replaces: number | null;
}

/** Whom to invite where; each account once. */
export type InviteeGroups = readonly {
  readonly account: AccountRef;
  readonly invitees: readonly InviteeInPlace[];
}[];

/** How many failed operations are processed in one step. */
const operationsAStep = 500;

/** How many people are processed in one step: one account can have all 20,000. */
const inviteesAStep = 500;

/**
 * The calls of a run over many accounts. Only the replacement of a failed operation may send it again: nobody can retry that
 * operation as well.
 * @throws CodedError INVALID_INPUT or NOT_FOUND; see Outbox
 */
export function* draftBatch(
  db: Database,
  groups: InviteeGroups,
  notifyInvitedUsers: boolean,
): Stepwise<NewRequest[]> {
  const replaced = groups.flatMap(({ invitees }) => invitees.flatMap(({ replaces }) => replaces ?? []));
  const attempts = new Map<number, number>();
  for (const some of chunksOf(replaced, operationsAStep)) {
    for (const failed of operationsById(db, some)) {
      requireFailed(failed);
      attempts.set(failed.operation.operationId, failed.operation.attempt);
    }
    yield;
  }
  const requests: NewRequest[] = [];
  for (const { account, invitees } of groups) {
    const drafted: DraftInvitee[] = [];
    for (const { replaces, emailAddress, userName, role, plan, rowId, rowNumber } of invitees) {
      const invitee = { emailAddress, userName, role, plan, rowId, rowNumber };
      drafted.push(
        replaces === null ? invitee : { ...invitee, replaces, attempt: (attempts.get(replaces) ?? 0) + 1 },
      );
      if (drafted.length % inviteesAStep === 0) yield;
    }
    requests.push(...(yield* draftCreate(db, { account, notifyInvitedUsers, invitees: drafted })));
  }
  return requests;
}
