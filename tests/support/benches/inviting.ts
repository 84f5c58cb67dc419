import { afterEach, beforeEach } from 'vitest';
import type { Invitee } from '../../../shared/domain/invitation/invitation';
import { operation, type Operation } from '../../../shared/domain/outbox/operation';
import {
  nobody,
  startAmazonOfChanges,
  storedList,
  unknownInvitation,
  type AmazonOfChanges,
} from '../amazon/amazonOfChanges';
import type { Arrived, Reply } from '../amazon/loopbackAmazon';
import { outboxOver, type OutboxBench } from './outboxBench';
import { addAccount, addConnection, temporaryStore, type Store } from '../fixtures/store';

export const account = { connectionId: 'c-1', accountId: 'ENTITY1' };

/** p1@example.com, p2@example.com, … */
export const people = (count: number): Invitee[] =>
  Array.from({ length: count }, (_, index) => ({
    emailAddress: `p${index + 1}@example.com`,
    userName: `Name ${index + 1}`,
    role: index % 2 === 0 ? 'admin' : 'viewer',
  }));

/** One entry of a call to invite. */
export interface RequestedPerson {
  readonly user: { readonly emailAddress: string };
  readonly permissionSet: { readonly role: { readonly name: string } };
}

export const requestedIn = ({ body }: Arrived): RequestedPerson[] =>
  (JSON.parse(body) as { userInvitationRequests: RequestedPerson[] }).userInvitationRequests;

/** How Amazon confirms one person. */
export const success = ({ user, permissionSet }: RequestedPerson): object => ({
  invitationId: `inv-${user.emailAddress}`,
  user,
  permissionSet,
  expiration: 1_765_000_000,
});

/** Amazon on a good day, but in the reverse order. */
export const inviteAll = (request: Arrived): Reply => confirming(requestedIn(request).map(success));

/** The answer that confirms these, in the reverse order. */
export const confirming = (successes: readonly object[]): Reply => ({
  json: { successes: successes.toReversed() },
  headers: { 'x-amzn-RequestId': 'amzn-1' },
});

/** `p1 done` and so on. */
export const statuses = (operations: readonly Operation[]): string[] =>
  operations.map(({ emailAddress, status }) => `${emailAddress.replace('@example.com', '')} ${status}`);

/** A store with one account and an Amazon that does what the test sets as `reply`; new for every test. */
export interface InvitingBench {
  readonly store: Store;
  readonly amazon: AmazonOfChanges;
  reply: (request: Arrived, count: number) => Reply | Promise<Reply>;
  /** How Amazon answers a reading of the pending list; by default from the store. */
  list: (request: Arrived) => Reply | Promise<Reply>;
  /** How Amazon answers about one invitation; by default 404. */
  one: (invitationId: string) => Reply;
  /** How Amazon answers about who has access; by default nobody. */
  users: () => Reply;
  /** Invites them to `account` and waits for the end. */
  invite(
    invitees: Invitee[],
    outbox?: OutboxBench,
  ): Promise<Omit<OutboxBench, 'operations'> & { operationIds: number[]; operations: Operation[] }>;
  rows(table: string): Record<string, unknown>[];
}

/** Call it once in a test file, outside the tests. */
export function invitingBench(): InvitingBench {
  let store: Store | undefined;
  let amazon: AmazonOfChanges | undefined;
  const inTest = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('There is a bench in a test only.');
    return thing;
  };
  const bench: InvitingBench = {
    get store() {
      return inTest(store);
    },
    get amazon() {
      return inTest(amazon);
    },
    reply: inviteAll,
    list: (request) => storedList(bench.store.db, request),
    one: unknownInvitation,
    users: nobody,
    async invite(invitees, own = outboxOver(bench.store.db, bench.amazon.origin)) {
      const operationIds = own.outbox.create({ account, invitees, notifyInvitedUsers: true });
      await own.outbox.idle();
      const operations = own.operations().map((each) => operation.parse(each));
      return { ...own, operationIds, operations };
    },
    rows: (table) => bench.store.db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[],
  };
  beforeEach(async () => {
    store = temporaryStore();
    addConnection(store.db, account.connectionId);
    addAccount(store.db, account.connectionId, account.accountId);
    bench.reply = inviteAll;
    bench.list = (request) => storedList(bench.store.db, request);
    bench.one = unknownInvitation;
    bench.users = nobody;
    amazon = await startAmazonOfChanges(
      () => bench.store.db,
      (request, count) => bench.reply(request, count),
      (request) => bench.list(request),
      (invitationId) => bench.one(invitationId),
      () => bench.users(),
    );
  });
  afterEach(async () => {
    await amazon?.stop();
    store?.remove();
  });
  return bench;
}
