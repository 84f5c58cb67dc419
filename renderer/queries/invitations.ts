import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AccountRef } from '../../shared/domain/account/account';
import type { CodedError } from '../../shared/errors';
import { maxSelected, type Invitation, type InvitationRef } from '../../shared/domain/invitation/invitation';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import { api } from '../bridge/api';
import { dayBounds } from './dayBounds';
import { findAll } from './findAll';
import { quietKey } from './cache/quietMutations';

export type InvitationsPage = ChannelOutput<'invitations.list'>;

/** Which invitations are listed, and in which order. */
export type ListQuery = Omit<ChannelInput<'invitations.list'>, 'limit' | 'offset'>;

/** What a list is sorted by. */
export interface Order {
  readonly sort: NonNullable<ListQuery['sort']>;
  readonly descending: boolean;
}

/** Which page of such a list. */
export type PageQuery = Omit<ListQuery, keyof Order> &
  Order & { readonly limit: number; readonly offset: number };

/** A page of the stored invitations, with its query. While the next one is read it is still the previous one. */
export function useInvitations(pageQuery: PageQuery): {
  readonly answer: { readonly pageQuery: PageQuery; readonly page: InvitationsPage } | undefined;
  readonly error: CodedError | null;
} {
  const query = useQuery({ ...pageOf(pageQuery), placeholderData: keepPreviousData });
  return { answer: query.data, error: query.error };
}

/** Reads a page that will probably be shown next. A failure is found again, and shown, by the list itself. */
export function useReadPageAhead(): (pageQuery: PageQuery) => void {
  const client = useQueryClient();
  return useCallback(
    (pageQuery) => {
      client.query(pageOf(pageQuery)).catch(() => undefined);
    },
    [client],
  );
}

const pageOf = (pageQuery: PageQuery) =>
  queryOptions({
    queryKey: ['invitations', 'list', pageQuery],
    queryFn: async () => ({ pageQuery, page: await api.invitations.list(pageQuery) }),
  });

/** What colleagues invited of these people in these accounts, live; nothing without a team, and until the first answer. */
export function useInvitedByColleagues(
  accounts: readonly AccountRef[],
  emailAddresses: readonly string[],
): ChannelOutput<'invitations.byColleagues'>['invitations'] {
  const input = { accounts: accounts.slice(0, 1000), emailAddresses: emailAddresses.slice(0, 1000) };
  const { data } = useQuery({
    queryKey: ['invitations', 'byColleagues', input],
    queryFn: () => api.invitations.byColleagues(input),
    gcTime: 0,
    placeholderData: keepPreviousData,
    enabled: accounts.length > 0 && emailAddresses.length > 0,
  });
  return data?.invitations ?? noInvitations;
}

const noInvitations: ChannelOutput<'invitations.byColleagues'>['invitations'] = [];

/** Answers with the run that was written down. */
export const useInviteToAccounts = (): UseMutationResult<
  ChannelOutput<'invitations.inviteToAccounts'>,
  CodedError,
  ChannelInput<'invitations.inviteToAccounts'>
> => useMutation({ mutationFn: (input) => api.invitations.inviteToAccounts(input) });

/** Returns the recorded run and what it leaves out, or how it differs from what was agreed. */
type ChangeOfMany<Input> = UseMutationResult<ChannelOutput<'invitations.resend'>, CodedError, Input>;

export const useRevokeInvitations = (): ChangeOfMany<ChannelInput<'invitations.revoke'>> =>
  useMutation({ mutationFn: (input) => api.invitations.revoke(input) });

export const useResendInvitations = (): ChangeOfMany<ChannelInput<'invitations.resend'>> =>
  useMutation({ mutationFn: (input) => api.invitations.resend(input) });

export const useInviteAgain = (): ChangeOfMany<ChannelInput<'invitations.inviteAgain'>> =>
  useMutation({ mutationFn: (input) => api.invitations.inviteAgain(input) });

export const useChangeRole = (): UseMutationResult<
  ChannelOutput<'invitations.changeRole'>,
  CodedError,
  ChannelInput<'invitations.changeRole'>
> => useMutation({ mutationFn: (input) => api.invitations.changeRole(input) });

/** Max number of rows on one page of `invitations.list`. */
const maxPageSize = 500;

/** What is searched for in a list. */
export interface Wanted {
  readonly query: ListQuery;
  /** Which of the listed ones count. */
  readonly counts: (invitation: Invitation) => boolean;
}

/** Finds all listed invitations, up to `maxSelected` that count. A failure is shown like that of any small change. */
export const useAllInvitations = (): UseMutationResult<readonly Invitation[], CodedError, Wanted> =>
  useMutation({
    mutationKey: quietKey,
    mutationFn: ({ query, counts }) =>
      findAll(
        (offset) => api.invitations.list({ ...query, limit: maxPageSize, offset }),
        counts,
        maxSelected,
      ),
  });

/** How often figures that count days are queried again, in ms: they change with time alone. */
const recountEveryMs = 60_000;
/** Today and the days within which everything sent or resent today expires. */
const chartDays = 15;

/** What the radar counts. Undefined until the first answer. */
export function useOverview(): {
  readonly overview: ChannelOutput<'invitations.overview'> | undefined;
  readonly error: CodedError | null;
} {
  const query = useQuery({
    queryKey: ['invitations', 'overview'],
    queryFn: () => api.invitations.overview({ dayBounds: dayBounds(Date.now(), chartDays) }),
    refetchInterval: recountEveryMs,
  });
  return { overview: query.data, error: query.error };
}

/** The values of a field that contain this text, most frequent first; null asks nothing. */
export function useFieldValues(
  values: { readonly field: ChannelInput<'invitations.values'>['field']; readonly search: string } | null,
): { readonly values: readonly string[] | undefined; readonly error: CodedError | null } {
  const query = useQuery({
    queryKey: ['invitations', 'values', values],
    queryFn: async () =>
      values === null ? [] : (await api.invitations.values(values)).values.map(({ value }) => value),
    enabled: values !== null,
  });
  return { values: query.data, error: query.error };
}

/** Everything stored about one invitation. Undefined until the first answer. */
export function useInvitationDetails(invitation: InvitationRef): {
  readonly details: ChannelOutput<'invitations.details'> | undefined;
  readonly error: CodedError | null;
} {
  const query = useQuery({
    queryKey: ['invitations', 'details', invitation],
    queryFn: () => api.invitations.details({ invitation }),
  });
  return { details: query.data, error: query.error };
}

/** Asks Amazon about one invitation. */
export const useAskAmazon = (): UseMutationResult<
  ChannelOutput<'invitations.ask'>,
  CodedError,
  InvitationRef
> => useMutation({ mutationFn: (invitation) => api.invitations.ask({ invitation }) });
