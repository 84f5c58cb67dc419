import type { AccountRef } from '../../../shared/domain/account/account';
import type { WantedInstances } from '../../../shared/domain/account/plannedInstances';
import type { OperationKind } from '../../../shared/domain/outbox/operation';
import type { NewRequest } from '../journal/append';

/** One change as a person agrees to it. */
export interface AgreedChange extends AccountRef {
  readonly kind: OperationKind;
  readonly emailAddress: string;
  readonly userName: string;
  readonly role: string;
  /** The invitation to change; null for a new one. */
  readonly invitationId: string | null;
  /** The member to change; null for an invitation. */
  readonly userId: string | null;
  /** The instances to which the person is to be added; null if it says nothing about that. */
  readonly plan: WantedInstances | null;
}

/** The changes that these calls make. */
export function* changesOf(requests: readonly NewRequest[]): Generator<AgreedChange, void, void> {
  for (const { connectionId, accountId, operations } of requests) {
    for (const { kind, emailAddress, userName, role, invitationId, ...rest } of operations) {
      const { userId = null, plan = null } = rest;
      yield { connectionId, accountId, kind, emailAddress, userName, role, invitationId, userId, plan };
    }
  }
}
