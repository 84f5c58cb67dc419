import { useQuery } from '@tanstack/react-query';
import type { Account, AccountRef } from '../../shared/domain/account/account';
import type { CodedError } from '../../shared/errors';
import { api } from '../bridge/api';
import { useQuietChange } from './cache/quietMutations';

/** Every known account, one entry per connection, in main's order (favorites, then recently opened, then by name). */
export function useAccounts(): {
  readonly accounts: readonly Account[] | undefined;
  readonly error: CodedError | null;
} {
  const query = useQuery({
    queryKey: ['accounts', 'list'],
    queryFn: async () => (await api.accounts.list({})).accounts,
  });
  return { accounts: query.data, error: query.error };
}

/** The account of an address, undefined while unknown or if there is none. */
export const useAccount = (ref: AccountRef | null): Account | undefined =>
  useAccounts().accounts?.find(
    ({ connectionId, accountId }) => connectionId === ref?.connectionId && accountId === ref.accountId,
  );

export const useSetFavourite = (): ((input: { account: AccountRef; favourite: boolean }) => void) =>
  useQuietChange((input: { account: AccountRef; favourite: boolean }) => api.accounts.setFavourite(input));

/** Records that an account was opened, for the "recent" part of the lists. */
export const useMarkOpened = (): ((account: AccountRef) => void) =>
  useQuietChange((account: AccountRef) => api.accounts.markOpened({ account }));

/** An account as a reference for a call. */
export const refOf = ({ connectionId, accountId }: AccountRef): AccountRef => ({ connectionId, accountId });
