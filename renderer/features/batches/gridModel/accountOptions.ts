import type { Account } from '../../../../shared/domain/account/account';
import type { AccountMatch } from './accountMatch';

interface AccountOption {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

export interface AccountOptions {
  readonly options: readonly AccountOption[];
  readonly optionOf: (account: Account) => AccountOption;
  readonly accountOf: (value: string | undefined) => Account | null;
}

/** All accounts as the options of a picker, those one can invite in first, and the way back. */
export function accountOptions(match: AccountMatch): AccountOptions {
  const accounts = match.search('', Number.MAX_SAFE_INTEGER);
  const optionOf = (account: Account): AccountOption => ({
    value: accountKey(account),
    label: account.name,
    description: match.detail(account),
  });
  return {
    options: accounts.map(optionOf),
    optionOf,
    accountOf: (value) => accounts.find((account) => accountKey(account) === value) ?? null,
  };
}

/** An account through one way in, as one text. */
export const accountKey = ({
  connectionId,
  accountId,
}: Pick<Account, 'connectionId' | 'accountId'>): string => JSON.stringify([connectionId, accountId]);
