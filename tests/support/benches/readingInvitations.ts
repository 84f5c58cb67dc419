import { afterEach, beforeEach, expect } from 'vitest';
import { createAccess } from '../../../main/access/access';
import { type Access } from '../../../main/access/types';
import type { Invitation } from '../../../shared/domain/invitation/invitation';
import { clientTo, startLoopbackAmazon, type LoopbackAmazon, type Reply } from '../amazon/loopbackAmazon';
import { addConnection, temporaryStore, type Store } from '../fixtures/store';

export const start = 1_764_000_000_000;
export const day = 86_400_000;
export const one = { connectionId: 'c-1', accountId: 'ENTITY1' };

/** An invitation as Amazon lists it, created at `start`. */
export const listed = (invitationId: string, more: object = {}): object => ({
  invitationId,
  state: 'PENDING',
  user: { emailAddress: `${invitationId}@example.com`, userName: `Name ${invitationId}` },
  permissionSet: { type: 'ROLE', role: { name: 'viewer' } },
  createdBy: 'dana@example.com',
  createdAt: start / 1000,
  expiration: (start + 14 * day) / 1000,
  ...more,
});

/** The last page of a list. */
export const listing =
  (...invitations: object[]) =>
  (): Reply => ({ json: { invitations } });

/** A store with the connections c-1 and c-2, an Amazon that answers as the test sets, and a clock; new for every test. */
export interface ReadingBench {
  readonly store: Store;
  readonly access: Access;
  /** ms since 1970; `start` at first. */
  clock: number;
  readonly events: string[];
  accountsReply: () => Reply;
  listReply: (accountId: string, body: { nextToken?: string }) => Reply | Promise<Reply>;
  /** How Amazon answers about one invitation; by default 404. */
  oneReply: (invitationId: string) => Reply;
  /** The account's users; by default nobody. */
  usersReply: (accountId: string) => Reply;
  /** The invitations requested individually, in order. */
  readonly readAlone: string[];
  /** All stored invitations, in the order of creation. */
  stored(): Invitation[];
  readonly stateOf: (invitationId: string) => string | undefined;
  /** Refreshes account `one` at that time, without an error. */
  refreshAt(ms: number): Promise<void>;
}

const unknownInvitation = (): Reply => ({ status: 404, json: { message: 'Not found' } });
const nobody = (): Reply => ({ json: { users: [] } });

/** Call it once in a test file, outside the tests. */
export function readingBench(): ReadingBench {
  let parts: { store: Store; access: Access; amazon: LoopbackAmazon } | undefined;
  const inTest = (): { store: Store; access: Access } => {
    if (parts === undefined) throw new Error('There is a bench in a test only.');
    return parts;
  };
  const bench: ReadingBench = {
    get store() {
      return inTest().store;
    },
    get access() {
      return inTest().access;
    },
    clock: start,
    events: [],
    accountsReply: () => ({}),
    listReply: listing(),
    oneReply: unknownInvitation,
    usersReply: nobody,
    readAlone: [],
    stored: () =>
      bench.access.listInvitations({ sort: 'createdAt', descending: false, limit: 500, offset: 0 })
        .invitations,
    stateOf: (invitationId) => bench.stored().find((row) => row.invitationId === invitationId)?.state,
    async refreshAt(ms) {
      bench.clock = ms;
      expect(await bench.access.refreshInvitations([one])).toEqual([{ account: one, error: null }]);
    },
  };
  beforeEach(async () => {
    const store = temporaryStore();
    for (const connectionId of ['c-1', 'c-2']) addConnection(store.db, connectionId);
    bench.clock = start;
    bench.events.length = 0;
    bench.accountsReply = () => ({ json: { amcAccounts: [] } });
    bench.listReply = listing();
    bench.oneReply = unknownInvitation;
    bench.usersReply = nobody;
    bench.readAlone.length = 0;
    const amazon = await startLoopbackAmazon(({ method, path, headers, body }) => {
      const accountId = String(headers['amazon-ads-accountid']);
      if (path.startsWith('/amc/accounts')) return bench.accountsReply();
      if (path === '/users/list') return bench.usersReply(accountId);
      if (method === 'GET') {
        const invitationId = decodeURIComponent(path.slice('/user-invitations/'.length));
        bench.readAlone.push(invitationId);
        return bench.oneReply(invitationId);
      }
      return bench.listReply(accountId, JSON.parse(body) as { nextToken?: string });
    });
    const access = createAccess({
      db: store.db,
      clientOf: () => Promise.resolve(clientTo(amazon.origin)),
      realmOf: () => 'sandbox',
      now: () => bench.clock,
      changed: (topic) => bench.events.push(topic),
    });
    parts = { store, access, amazon };
  });
  afterEach(async () => {
    await parts?.amazon.stop();
    parts?.store.remove();
    parts = undefined;
  });
  return bench;
}
