import type { AccountRef } from '../../shared/domain/account/account';
import type { NewAccount } from '../../shared/domain/redeem/redeem';
import type { Access } from '../access/types';
import type { AdsClient } from '../amazonAds/client';

interface NewAccountsDeps {
  readonly access: Pick<Access, 'listAccounts' | 'refreshSteps' | 'refreshInvitations'>;
  readonly clientOf: (connectionId: string) => Promise<AdsClient>;
  readonly changed: () => void;
}

/** What a redeeming was for, and what was in reach before it. */
interface Redeeming {
  readonly connectionId: string;
  /** Undefined where Amazon did not tell. */
  readonly accountId: string | undefined;
  readonly reachedBefore: ReadonlySet<string>;
}

/** Accounts that came into reach by redeeming and that nobody was shown yet. They are not kept over a restart. */
export interface NewAccounts {
  /** Reads a connection's accounts again, in the background. What goes wrong with that shows at the connection. */
  readAfter(redeeming: Redeeming): void;
  /** The oldest first; without those that have gone out of reach in the meantime. */
  all(): NewAccount[];
  forget(): void;
  /** Resolves when what follows a redeeming has been read. */
  idle(): Promise<void>;
}

/** The accounts a connection reaches, by their ids. */
export const reachedThrough = (
  access: Pick<Access, 'listAccounts'>,
  connectionId: string,
): ReadonlySet<string> =>
  new Set(
    access
      .listAccounts({ connectionId })
      .flatMap(({ accountId, reachable }) => (reachable ? [accountId] : [])),
  );

export function createNewAccounts({ access, clientOf, changed }: NewAccountsDeps): NewAccounts {
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
    await access.refreshInvitations(toRead.map((each) => ({ connectionId, accountId: each.accountId })));
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
