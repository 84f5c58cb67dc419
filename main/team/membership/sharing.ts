import type { Account, AccountRef } from '../../../shared/domain/account/account';
import {
  embeddedSandboxRealm,
  type SharableAccount,
  type SharedAccountRef,
} from '../../../shared/domain/team/sharableAccount';
import { CodedError, toErrorBody, type ErrorBody } from '../../../shared/errors';
import { compareNames } from '../../../shared/text/formats';
import { accountKey } from '../../../shared/util/accountKey';
import type { Database } from '../../storage/database';
import { transaction } from '../../storage/transaction';
import type { TeamStore } from '../store/teamStore';
import { openChanges } from './openChanges';
import { dropIntents, writeIntents } from './sharingIntents';
import { membershipErrorText } from './membershipErrorText';
import { requireTeam, withOwnStore, type OwnStoreDeps } from './ownStore';

export interface SharingDeps extends OwnStoreDeps {
  /** One entry for each connection that reaches an account. */
  readonly accounts: () => readonly Pick<Account, 'realm' | 'accountId' | 'name' | 'connectionId'>[];
  readonly connectionLabel: (connectionId: string) => string;
  readonly now: () => number;
  readonly changed: () => void;
}

/** Which accounts follow the team's rules. */
export interface Sharing {
  /** Every account that can be shared. What colleagues share is unknown for the reason in `error`. */
  accounts(): Promise<{ readonly accounts: SharableAccount[]; readonly error: ErrorBody | null }>;
  /** The shared accounts, once for each connection that reaches them. */
  sharedRefs(): AccountRef[];
  /** @throws CodedError INVALID_INPUT for the embedded sandbox's, NOT_FOUND for unknown ones; as `withOwnStore` */
  share(accounts: readonly SharedAccountRef[]): Promise<void>;
  /** What a colleague shared stays shared for them. @throws CodedError TEAM_REFUSED while a change there isn't ended; as `withOwnStore` */
  unshare(accounts: readonly SharedAccountRef[]): Promise<void>;
}

export function createSharing(deps: SharingDeps): Sharing {
  const { db, now, changed } = deps;
  return {
    async accounts() {
      requireTeam(db);
      const local = listSharable(deps);
      try {
        const sharers = await withOwnStore(deps, readSharers);
        const withSharer = local.map((account) => ({
          ...account,
          sharedBy: sharers.get(accountKey(account)) ?? null,
        }));
        return { accounts: withSharer, error: null };
      } catch (thrown) {
        return { accounts: local, error: toErrorBody(thrown) };
      }
    },

    sharedRefs: () => sharedRefs(deps),

    async share(wanted) {
      const selected = findAll(listSharable(deps), wanted);
      writeIntents(db, 'share', selected);
      await withOwnStore(deps, (store) =>
        store.query(
          `INSERT INTO amc.shared_accounts (realm, account_id, account_name)
           SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
          [...columnsOf(selected), selected.map(({ name }) => name.slice(0, 500))],
        ),
      );
      transaction(db, () => {
        const insert = db.prepare(
          'INSERT INTO team_accounts (realm, account_id, shared_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
        );
        for (const { realm, accountId } of selected) insert.run(realm, accountId, now());
        dropIntents(db, selected);
      });
      changed();
    },

    async unshare(wanted) {
      requireEnded(db, wanted);
      writeIntents(db, 'unshare', wanted);
      await withOwnStore(deps, (store) =>
        store.query(
          `DELETE FROM amc.shared_accounts USING unnest($1::text[], $2::text[]) AS wanted (realm, account_id)
           WHERE shared_accounts.realm = wanted.realm AND shared_accounts.account_id = wanted.account_id
             AND shared_by = session_user`,
          columnsOf(wanted),
        ),
      );
      transaction(db, () => {
        const remove = db.prepare('DELETE FROM team_accounts WHERE realm = ? AND account_id = ?');
        for (const { realm, accountId } of wanted) remove.run(realm, accountId);
        dropIntents(db, wanted);
      });
      changed();
    },
  };
}

/** Outside of the team's rules, what waits could be done twice, and nobody would hear how the rest ended. */
function requireEnded(db: Database, accounts: readonly SharedAccountRef[]): void {
  const open = openChanges(db, accounts);
  if (open.waiting + open.unconfirmed === 0) return;
  throw new CodedError({
    code: 'TEAM_REFUSED',
    message: membershipErrorText.notEnded(open),
    retryable: true,
  });
}

function sharedRefs({ db, accounts }: SharingDeps): AccountRef[] {
  const shared = new Set(listShared(db).map(accountKey));
  return accounts()
    .filter((account) => shared.has(accountKey(account)))
    .map(({ connectionId, accountId }) => ({ connectionId, accountId }));
}

const columnsOf = (accounts: readonly SharedAccountRef[]): [string[], string[]] => [
  accounts.map(({ realm }) => realm),
  accounts.map(({ accountId }) => accountId),
];

function findAll(known: readonly SharableAccount[], wanted: readonly SharedAccountRef[]): SharableAccount[] {
  if (wanted.some(({ realm }) => realm === embeddedSandboxRealm)) {
    throw new CodedError({ code: 'INVALID_INPUT', message: membershipErrorText.sandbox });
  }
  const byKey = new Map(known.map((account) => [accountKey(account), account]));
  return wanted.map((ref) => {
    const account = byKey.get(accountKey(ref));
    if (account === undefined) {
      throw new CodedError({ code: 'NOT_FOUND', message: membershipErrorText.noAccount });
    }
    return account;
  });
}

/** Every account but those of the embedded sandbox, by name, with how much of it is known here. */
function listSharable({ db, accounts, connectionLabel }: SharingDeps): SharableAccount[] {
  const shared = new Set(listShared(db).map(accountKey));
  const invitations = countByAccount(db, 'SELECT realm, account_id AS accountId FROM invitations');
  const members = countByAccount(
    db,
    'SELECT realm, account_id AS accountId FROM members WHERE gone_at IS NULL',
  );
  const found = new Map<string, SharableAccount>();
  for (const { realm, accountId, name, connectionId } of accounts()) {
    if (realm === embeddedSandboxRealm) continue;
    const key = accountKey({ realm, accountId });
    const label = connectionLabel(connectionId);
    found.set(key, {
      ...{ realm, accountId, name, sharedBy: null },
      connections: [...(found.get(key)?.connections ?? []), label],
      invitations: invitations.get(key) ?? 0,
      members: members.get(key) ?? 0,
      isShared: shared.has(key),
    });
  }
  return [...found.values()].sort((one, other) => compareNames(one.name, other.name));
}

/** The accounts that follow the team's rules here. */
export function listShared(db: Database): SharedAccountRef[] {
  const rows: unknown[] = db.prepare('SELECT realm, account_id AS accountId FROM team_accounts').all();
  return rows as SharedAccountRef[];
}

/** How many rows a statement has for each account. */
function countByAccount(db: Database, rows: string): Map<string, number> {
  const counts = db
    .prepare(`SELECT realm, accountId, count(*) AS count FROM (${rows}) GROUP BY realm, accountId`)
    .all() as unknown as readonly (SharedAccountRef & { readonly count: number })[];
  return new Map(counts.map((row) => [accountKey(row), row.count]));
}

/** Who shared which account, as the team names them. */
async function readSharers(store: TeamStore): Promise<Map<string, string>> {
  const rows = await store.query<SharedAccountRef & { readonly sharedBy: string }>(
    `SELECT realm, account_id AS "accountId", coalesce(display_name, shared_by) AS "sharedBy"
     FROM amc.shared_accounts LEFT JOIN amc.members ON login = shared_by`,
  );
  return new Map(rows.map((row) => [accountKey(row), row.sharedBy.slice(0, 80)]));
}
