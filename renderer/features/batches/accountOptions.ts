import type { Account } from '../../../shared/domain/account';

interface AccountOption {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

/** Accounts as the options of a picker, and the way back. */
export function accountOptions(
  accounts: readonly Account[],
  chosen: Account | null,
): {
  readonly options: readonly AccountOption[];
  readonly chosenOption: AccountOption | null;
  readonly accountOf: (value: string | undefined) => Account | null;
} {
  const optionOf = (account: Account): AccountOption => ({
    value: accountKey(account),
    label: account.name,
    description: account.canInvite === false ? `${account.accountId} · viewer only` : account.accountId,
  });
  return {
    options: accounts.map(optionOf),
    chosenOption: chosen === null ? null : optionOf(chosen),
    accountOf: (value) => accounts.find((account) => accountKey(account) === value) ?? null,
  };
}

/** An account through one way in, as one text. */
export const accountKey = ({
  connectionId,
  accountId,
}: Pick<Account, 'connectionId' | 'accountId'>): string => JSON.stringify([connectionId, accountId]);
