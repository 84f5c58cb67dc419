import type { Wait } from '../../../../shared/domain/outbox/run';
import { createPace, type Pace } from '../../../amazonAds/pacing/pace';
import type { Database } from '../../../storage/database';
import { accessKey, type AccountAccess } from '../../journal/append';
import type { OutboxDeps } from '../../deps';

/** Accounts with a problem are tried at least this often, in ms: each attempt is several calls, and there may be many. */
const maxPauseMs = 2 * 60_000;

/** The pace of each account through each connection: it holds back what waits because of that account's own problem. */
export interface AccountPaces {
  readonly of: (access: AccountAccess) => Pace;
  readonly tryNow: () => void;
  /** One entry for all accounts of a connection that wait for the same reason; limited to those that `counts` accepts. */
  readonly waits: (db: Database, counts: (access: AccountAccess) => boolean) => Wait[];
}

export function createAccountPaces(deps: OutboxDeps): AccountPaces {
  const paces = new Map<string, { readonly access: AccountAccess; readonly pace: Pace }>();
  const events = {
    changed: () => {
      deps.changed('operations.changed');
    },
  };

  return {
    of(access) {
      const key = accessKey(access);
      const known = paces.get(key) ?? { access, pace: createPace(deps, events, maxPauseMs) };
      paces.set(key, known);
      return known.pace;
    },
    tryNow() {
      for (const { pace } of paces.values()) pace.tryNow();
    },
    waits(db, counts) {
      const waits = new Map<string, Wait & { readonly accounts: string[] }>();
      for (const { access, pace } of paces.values()) {
        const waiting = pace.waiting();
        if (waiting === null || !counts(access)) continue;
        const { connectionId } = access;
        const key = JSON.stringify([connectionId, waiting.message]);
        const before = waits.get(key);
        const accounts = [...(before?.accounts ?? []), nameOf(db, access)];
        const until = Math.min(before?.until ?? Infinity, waiting.until ?? Infinity);
        waits.set(key, { connectionId, ...waiting, until: until === Infinity ? null : until, accounts });
      }
      return [...waits.values()];
    },
  };
}

function nameOf(db: Database, { realm, accountId }: AccountAccess): string {
  const row = db
    .prepare('SELECT name FROM accounts WHERE realm = ? AND account_id = ?')
    .get(realm, accountId) as { name: string } | undefined;
  return row?.name ?? accountId;
}
