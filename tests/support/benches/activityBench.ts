import { afterEach, beforeEach } from 'vitest';
import { createActivity, type Activity, type NewEntry } from '../../../main/activity/activity';
import { transaction } from '../../../main/storage/transaction';
import { temporaryStore, type Store } from '../fixtures/store';

interface ActivityBench {
  readonly store: Store;
  readonly activity: Activity;
  /** Writes entries, oldest first; omitted fields are made up. */
  record(entries: readonly Partial<NewEntry>[]): void;
  /** A page of the record; without arguments the newest 50. */
  list(query?: Partial<Parameters<Activity['list']>[0]> | ReadonlyQuery): ReturnType<Activity['list']>;
  /** The people of such a page by name. */
  people(query?: ReadonlyQuery): string[];
}

/** A query written as a constant. */
type ReadonlyQuery = {
  readonly [K in keyof Parameters<Activity['list']>[0]]?: Parameters<Activity['list']>[0][K] extends
    readonly (infer Item)[] | undefined
    ? readonly Item[]
    : Parameters<Activity['list']>[0][K];
};

/** A record in a real database, new for each test. */
export function activityBench(): ActivityBench {
  let store: Store;
  beforeEach(() => {
    store = temporaryStore();
  });
  afterEach(() => {
    store.remove();
  });
  const bench: ActivityBench = {
    get store() {
      return store;
    },
    get activity() {
      return createActivity(store.db);
    },
    record(entries) {
      transaction(store.db, () => {
        bench.activity.record(entries.map((entry) => ({ ...anEntry, ...entry })));
      });
    },
    list: (query = {}) =>
      bench.activity.list({ limit: 50, offset: 0, ...(query as Partial<Parameters<Activity['list']>[0]>) }),
    people: (query = {}) => bench.list(query).entries.map(({ userName }) => userName),
  };
  return bench;
}

const anEntry: NewEntry = {
  at: 1_764_000_000_000,
  action: 'create',
  result: 'done',
  connectionLabel: 'Agency',
  actor: 'Dana',
  realm: 'sandbox',
  accountId: 'ENTITY1',
  accountName: 'Copper Kettle Coffee',
  emailAddress: 'rosa@northwind.example',
  userName: 'Rosa Lind',
  role: 'viewer',
  invitationId: null,
  userId: null,
  operationId: 1,
  amazonRequestId: null,
  detail: null,
  code: null,
};
