import type { InvitationRef } from '../../shared/domain/invitation';
import type { ChannelOutput, CheckedInput } from '../../shared/ipc';
import type { Access, AccessDeps } from '../access/access';
import type { Activity, Actor } from '../activity/activity';
import { transaction } from '../storage/transaction';
import { draftCreate, draftUpdate } from './drafts';
import { append, type NewRequest } from './journal';
import { listOperations } from './operations';
import { recover } from './recover';
import { createSender } from './sender';

export interface OutboxDeps extends Pick<AccessDeps, 'db' | 'clientOf' | 'now' | 'changed'> {
  readonly activity: Activity;
  /** Who a connection acts as right now. Throws when there is no such connection. */
  readonly actorOf: (connectionId: string) => Actor;
  /** Brings an account up to date after Amazon confirmed changes there. */
  readonly access: Pick<Access, 'refreshInvitations'>;
}

/**
 * The durable journal through which every change goes to Amazon. The three changes write down what is asked and
 * answer at once with the ids of its operations, one for each person or invitation; sending goes on in the
 * background, and `operations` tells how each one ended. Nothing is ever sent twice.
 *
 * They throw CodedError NOT_FOUND for an account or invitation that is not known, and INVALID_INPUT, naming it, for
 * one that must not go out. Then nothing at all was written or sent.
 */
export interface Outbox {
  create(input: CheckedInput<'invitations.create'>): number[];
  revoke(invitations: readonly InvitationRef[]): number[];
  resend(input: CheckedInput<'invitations.resend'>): number[];
  /** A page of the journal, newest first. */
  operations(query: CheckedInput<'outbox.operations'>): ChannelOutput<'outbox.operations'>;
  /** Call once at start, before any change: settles what the last run of the app left open. */
  recover(): void;
  /** Resolves when nothing is being sent or waits to be. */
  idle(): Promise<void>;
  /** Whether answers of Amazon, or the next calls, wait for room on the disk. They go on by themselves. */
  waitsForRoom(): boolean;
  /** As `idle`, but waits for no room on a full disk: `recover` settles that at the next start. */
  close(): Promise<void>;
}

export function createOutbox(deps: OutboxDeps): Outbox {
  const { db, now, changed } = deps;
  const sender = createSender(deps);

  function accept(requests: NewRequest[]): number[] {
    const journaled = transaction(db, () => append(db, requests, now()));
    changed('operations.changed');
    for (const { requestId, realm, accountId } of journaled) sender.enqueue(requestId, { realm, accountId });
    return journaled.flatMap(({ operationIds }) => operationIds);
  }

  return {
    create: (input) => accept(draftCreate(db, input)),
    revoke: (invitations) => accept(draftUpdate(db, 'revoke', invitations, false)),
    resend: ({ invitations, notifyInvitedUsers }) =>
      accept(draftUpdate(db, 'resend', invitations, notifyInvitedUsers)),
    operations: (query) => listOperations(db, query),
    recover: () => recover(deps),
    idle: () => sender.idle(),
    waitsForRoom: sender.room.waiting,
    close() {
      sender.room.giveUp();
      return sender.idle();
    },
  };
}
