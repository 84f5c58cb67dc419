import type { AccountRef } from '../../shared/domain/account/account';
import type { NewAccount } from '../../shared/domain/redeem/redeem';
import type { Access } from '../access/types';
import type { Instances } from '../access/instances/instances';
import type { AdsClient } from '../amazonAds/client/client';

interface NewAccountsDeps {
  readonly access: Pick<Access, 'listAccounts' | 'refreshSteps' | 'refreshInvitations'>;
  readonly instances: Pick<Instances, 'read'>;
  readonly clientOf: (connectionId: string) => Promise<AdsClient>;
  readonly changed: () => void;
}

/** What was redeemed, and which accounts were reachable before it. */
interface Redeeming {
  readonly connectionId: string;
  /** Undefined if Amazon didn't say. */
  readonly accountId: string | undefined;
  readonly reachedBefore: ReadonlySet<string>;
}

/** Accounts that became reachable by redeeming and that nobody has seen yet. They aren't stored across restarts. */
export interface NewAccounts {
  /** Reads a connection's accounts again, in the background. A failure is shown at the connection. */
  readAfter(redeeming: Redeeming): void;
  /** Oldest first, without those that are no longer reachable. */
  all(): NewAccount[];
  forget(): void;
  /** Resolves when the readings after redeeming are complete. */
  idle(): Promise<void>;
}

/** The accounts a connection reaches, by ID. */
export const reachedThrough = (
  access: Pick<Access, 'listAccounts'>,
  connectionId: string,
): ReadonlySet<string> =>
  new Set(
    access
      .listAccounts({ connectionId })
      .flatMap(({ accountId, reachable }) => (reachable ? [accountId] : [])),
  );

export function createNewAccounts({ access, instances, clientOf, changed }: NewAccountsDeps): NewAccounts {
  let known: readonly NewAccount[] = [];
  let following: Promise<unknown> = Promise.resolve();

  const isKnown = (ref: AccountRef): boolean =>
    known.some(
      ({ account }) => account.connectionId === ref.connectionId && account.accountId === ref.accountId,
    );

  async function read({ connectionId, accountId, reachedBefore }: Redeeming): Promise<void> {
    await access.refreshSteps.accountsOf(connectionId, await clientOf(connectionId));
    const accounts = access
      .listAccounts({ connectionId })
      .filter((each) => each.reachable && (accountId === undefined || each.accountId === accountId));
    const fresh = accounts.filter((each) => !reachedBefore.has(each.accountId) && !isKnown(each));
    known = [
      ...known,
      ...fresh.map((each) => ({
        account: { connectionId, accountId: each.accountId },
        name: each.name === '' ? each.accountId : each.name,
      })),
    ];
    if (fresh.length > 0) changed();
    const toRead = accountId === undefined ? fresh : accounts;
    if (toRead.length === 0) return;
    const refs = toRead.map((each) => ({ connectionId, accountId: each.accountId }));
    await access.refreshInvitations(refs);
    // It is known by now whether this person is an admin there, who reaches all instances.
    await instances.read(refs);
  }

  return {
    readAfter(redeeming) {
      following = following.then(() => read(redeeming)).catch(() => undefined);
    },
    all: () =>
      known.filter(({ account: { connectionId, accountId } }) =>
        reachedThrough(access, connectionId).has(accountId),
      ),
    forget() {
      if (known.length === 0) return;
      known = [];
      changed();
    },
    async idle() {
      await following;
    },
  };
}
