import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AccountRef } from '../../shared/domain/account';
import type { Operation } from '../../shared/domain/operation';
import type { ErrorBody } from '../../shared/errors';
import { api } from '../api';

/** The most operations one question to the journal can name (see the channel's schema). */
const mostAtOnce = 1000;

/** The operations of these ids, followed live. Undefined until the first answer. */
export function useOperations(operationIds: readonly number[]): {
  readonly operations: readonly Operation[] | undefined;
  readonly error: ErrorBody | null;
} {
  const query = useQuery({
    queryKey: ['outbox', 'operations', operationIds],
    queryFn: async () =>
      (await api.outbox.operations({ operationIds: [...operationIds], limit: mostAtOnce })).operations,
    enabled: operationIds.length > 0,
    placeholderData: keepPreviousData,
  });
  return { operations: query.data, error: query.error };
}

/** Operations whose outcome nobody knows yet, of one account or of all. They survive a restart of the app. */
export function useOperationsInDoubt(account: AccountRef | null): readonly Operation[] {
  const query = useQuery({
    queryKey: ['outbox', 'inDoubt', account],
    queryFn: async () => {
      const scope = account === null ? {} : { account };
      return (await api.outbox.operations({ ...scope, statuses: ['inDoubt'], limit: mostAtOnce })).operations;
    },
  });
  return query.data ?? [];
}
