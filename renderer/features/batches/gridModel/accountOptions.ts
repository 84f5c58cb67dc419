import type { Account } from '../../../../shared/domain/account/account';
import { sponsoredAdsOnlyText } from '../../../../shared/domain/account/instanceText';
import { accountRefKey } from '../../../../shared/util/accountKey';
import type { AccountMatch } from './accountMatch';

interface AccountOption {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly tags?: readonly string[];
}

export interface AccountOptions {
  readonly options: readonly AccountOption[];
  readonly optionOf: (account: Account) => AccountOption;
  readonly accountOf: (value: string | undefined) => Account | null;
}

/** All accounts as options of a picker, those that allow inviting first, and back. */
export function accountOptions(match: AccountMatch): AccountOptions {
  const accounts = match.search('', Number.MAX_SAFE_INTEGER);
  const optionOf = (account: Account): AccountOption => ({
    value: accountRefKey(account),
    label: account.name,
    description: match.detail(account),
    ...(account.sponsoredAdsOnly ? { tags: [sponsoredAdsOnlyText] } : {}),
  });
  return {
    options: accounts.map(optionOf),
    optionOf,
    accountOf: (value) => accounts.find((account) => accountRefKey(account) === value) ?? null,
  };
}
