import { afterEach, beforeEach } from 'vitest';
import { startLoopbackAmazon, type Arrived, type LoopbackAmazon, type Reply } from '../amazon/loopbackAmazon';
import { addAccount, addConnection, temporaryStore, type Store } from '../fixtures/store';
import { outboxOver, type OutboxBench } from './outboxBench';

/** A member at Amazon. */
export interface AmazonsMember {
  readonly userId: string;
  readonly emailAddress: string;
  /** The direct role; null for inherited access. */
  readonly role: 'ADMIN' | 'VIEWER' | null;
}

/** An outbox over the accounts ENTITY1 and ENTITY2, and an Amazon that has members. */
export interface MembersBench {
  readonly store: Store;
  readonly bench: OutboxBench;
  /** Amazon's. */
  readonly origin: string;
  /** Who has access at Amazon, by account. */
  readonly members: Map<string, AmazonsMember[]>;
  /** The changes that arrived, in order. */
  readonly changes: Arrived[];
  /** The readings of lists and roles that arrived, in order: `DIRECT`, `INDIRECT`, or a user ID. */
  readonly readings: string[];
  /** How Amazon answers changes; by default it carries them out. */
  reply: (request: Arrived) => Reply | Promise<Reply>;
  /** Changes the truth at Amazon as the call says, and confirms all of it. */
  readonly carryOut: (request: Arrived) => Reply;
  /** Called before a reading is answered; what it returns is the answer instead. */
  beforeReading: (what: string) => Reply | undefined;
  /** Reads the members of both accounts and their roles into the store. */
  readonly read: () => Promise<void>;
  /** A new outbox over the same store. */
  readonly another: (
    ...options: Parameters<typeof outboxOver> extends [unknown, unknown, ...infer O] ? O : never
  ) => OutboxBench;
}

const admin = (name: string): AmazonsMember => ({
  userId: `u-${name}`,
  emailAddress: `${name.slice(0, 2)}***@example.com`,
  role: 'ADMIN',
});
const viewer = (name: string): AmazonsMember => ({ ...admin(name), role: 'VIEWER' });
const inherited = (name: string): AmazonsMember => ({ ...admin(name), role: null });

/** Two admins, twelve viewers and one with inherited access. */
const usual = (): AmazonsMember[] => [
  admin('ann'),
  admin('ben'),
  ...Array.from({ length: 12 }, (_, index) => viewer(`viewer${String(index)}`)),
  inherited('ivy'),
];

/** Call it once in a test file, outside the tests; new for every test. */
export function membersBench(): MembersBench {
  let parts: (Pick<MembersBench, 'store' | 'bench'> & { readonly amazon: LoopbackAmazon }) | undefined;
  const inTest = () => {
    if (parts === undefined) throw new Error('There is an outbox in a test only.');
    return parts;
  };
  const own: MembersBench = {
    get store() {
      return inTest().store;
    },
    get bench() {
      return inTest().bench;
    },
    get origin() {
      return inTest().amazon.origin;
    },
    members: new Map(),
    changes: [],
    readings: [],
    reply: (request) => own.carryOut(request),
    carryOut: (request) => carryOut(own.members, request),
    beforeReading: () => undefined,
    async read() {
      for (const accountId of own.members.keys()) {
        const turn = () => Promise.resolve(true);
        const account = { connectionId: 'c-1', accountId };
        await inTest().bench.members.readForChange(account, { maxAgeMs: 0, rolesOf: null, turn });
      }
      own.readings.length = 0;
    },
    another: (options) => outboxOver(inTest().store.db, inTest().amazon.origin, options),
  };
  beforeEach(async () => {
    own.members.clear();
    own.changes.length = 0;
    own.readings.length = 0;
    own.reply = own.carryOut;
    own.beforeReading = () => undefined;
    const store = temporaryStore();
    addConnection(store.db, 'c-1');
    for (const accountId of ['ENTITY1', 'ENTITY2']) {
      addAccount(store.db, 'c-1', accountId);
      own.members.set(accountId, usual());
    }
    const amazon = await startLoopbackAmazon((request) => answer(own, request));
    parts = { store, amazon, bench: outboxOver(store.db, amazon.origin) };
  });
  afterEach(async () => {
    const { bench, amazon, store } = inTest();
    await bench.outbox.idle();
    await amazon.stop();
    store.remove();
  });
  return own;
}

const accountOf = ({ headers }: Arrived): string => String(headers['amazon-ads-accountid']);

function answer(own: MembersBench, request: Arrived): Reply | Promise<Reply> {
  const body = JSON.parse(request.body || '{}') as {
    readonly userId?: string;
    readonly accessScopeFilter?: { readonly include: readonly string[] };
  };
  if (request.path === '/users/list') {
    const scope = body.accessScopeFilter?.include[0] ?? 'none';
    own.readings.push(scope);
    const instead = own.beforeReading(scope);
    if (instead !== undefined) return instead;
    const listed = (own.members.get(accountOf(request)) ?? []).filter(
      ({ role }) => (role === null) === (scope === 'INDIRECT'),
    );
    return { json: { users: listed.map(({ userId, emailAddress }) => ({ userId, emailAddress })) } };
  }
  if (request.path === '/userRoles/list') {
    own.readings.push(body.userId ?? '');
    const instead = own.beforeReading(body.userId ?? '');
    if (instead !== undefined) return instead;
    const member = own.members.get(accountOf(request))?.find(({ userId }) => userId === body.userId);
    const role = member?.role ?? null;
    return { json: { roles: role === null ? [] : [{ role }] } };
  }
  own.changes.push(request);
  return own.reply(request);
}

interface Body {
  readonly users?: readonly { readonly userId: string }[];
  readonly userPermissions?: readonly {
    readonly userId: string;
    readonly permissionSet: { readonly role: 'ADMIN' | 'VIEWER' };
  }[];
}

/** The user IDs that a call changes. */
export const changedIn = ({ body }: Arrived): string[] => {
  const { users, userPermissions } = JSON.parse(body) as Body;
  return (users ?? userPermissions ?? []).map(({ userId }) => userId);
};

function carryOut(members: Map<string, AmazonsMember[]>, request: Arrived): Reply {
  const { userPermissions } = JSON.parse(request.body) as Body;
  const ids = changedIn(request);
  const before = members.get(accountOf(request)) ?? [];
  members.set(
    accountOf(request),
    userPermissions === undefined
      ? before.filter(({ userId }) => !ids.includes(userId))
      : before.map((member) => {
          const change = userPermissions.find(({ userId }) => userId === member.userId);
          return change === undefined ? member : { ...member, role: change.permissionSet.role };
        }),
  );
  return { json: { successes: ids.map((userId) => ({ userId })), errors: [] } };
}
