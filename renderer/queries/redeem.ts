import {
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Connection } from '../../shared/domain/connection/connection';
import type { ConnectionSetup } from '../../shared/domain/redeem/redeem';
import type { CodedError } from '../../shared/errors';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import { api } from '../bridge/api';
import { quietKey, useQuietChange } from './cache/quietMutations';

type Inbox = ChannelOutput<'redeem.inbox'>;

/** One invitation through one connection. */
export type OneThroughOne = ChannelInput<'redeem.redeem'>;

/** How often the waiting links are queried again, in ms: links expire after a day, with time alone. */
const askAgainEveryMs = 60_000;

/** What is waiting to be redeemed, live. Undefined until the first answer. */
export function useRedeemInbox(): { readonly inbox: Inbox | undefined; readonly error: CodedError | null } {
  const query = useQuery({
    queryKey: ['redeem', 'inbox'],
    queryFn: () => api.redeem.inbox(),
    refetchInterval: askAgainEveryMs,
  });
  return { inbox: query.data, error: query.error };
}

/** How many invitations are waiting to be redeemed. */
export const useWaitingCount = (): number =>
  useRedeemInbox().inbox?.links.filter(({ outcome }) => outcome === null).length ?? 0;

/** Reads a text and adds its invitations to the waiting ones. */
export const useAddLinks = (): UseMutationResult<ChannelOutput<'redeem.add'>, CodedError, string> =>
  useMutation({ mutationFn: (text) => api.redeem.add({ text }) });

export const useChooseConnection = (): ((link: OneThroughOne) => void) =>
  useQuietChange((link: OneThroughOne) => api.redeem.choose(link));

/**
 * Asks Amazon about an invitation when it is shown, and again for each person who signs in; null: not yet. The answer comes with
 * the inbox. Its key isn't in the area `redeem`: what the answer changes must not ask again.
 */
export function usePreview(
  invitationId: string,
  connection: Connection | null,
): { readonly asking: boolean; readonly error: CodedError | null; readonly askAgain: () => void } {
  const connectionId = connection?.connectionId ?? '';
  const query = useQuery({
    queryKey: ['previews', invitationId, connectionId, connection?.identity?.userId],
    queryFn: () => api.redeem.preview({ connectionId, invitationId }),
    enabled: connection !== null,
    // Main stores the answer, and only that of the latest connection.
    gcTime: 0,
  });
  return { asking: query.isFetching, error: query.error, askAgain: () => void query.refetch() };
}

type TermsOfOne = ChannelInput<'redeem.startTerms'>;

export const useStartTerms = (): UseMutationResult<
  ChannelOutput<'redeem.startTerms'>,
  CodedError,
  TermsOfOne
> => useMutation({ mutationFn: (terms) => api.redeem.startTerms(terms) });

export const useCancelTerms = (): ((terms: TermsOfOne) => void) =>
  useQuietChange((terms: TermsOfOne) => api.redeem.cancelTerms(terms));

export const useRedeem = (): UseMutationResult<ChannelOutput<'redeem.redeem'>, CodedError, OneThroughOne> =>
  useMutation({ mutationFn: (one) => api.redeem.redeem(one) });

const redeemAllKey = ['redeemAll'];

/** Redeems invitations one after the other. The inbox shows how each ended. */
export const useRedeemAll = (): UseMutationResult<void, CodedError, readonly OneThroughOne[]> =>
  useMutation({
    mutationKey: redeemAllKey,
    mutationFn: async (each) => {
      for (const one of each) await api.redeem.redeem(one).catch(() => undefined);
    },
  });

/** Whether several are being redeemed, wherever that was started. */
export const useRedeemingAll = (): boolean => useIsMutating({ mutationKey: redeemAllKey }) > 0;

/** Removes invitations from the waiting ones. */
export const useDismissLinks = (): ((invitationIds: readonly string[]) => void) =>
  useQuietChange(async (invitationIds: readonly string[]) => {
    for (const invitationId of invitationIds) await api.redeem.dismiss({ invitationId });
  });

export function useDismissSetup(): () => void {
  const dismiss = useQuietChange(() => api.redeem.dismissSetup());
  return () => dismiss(undefined);
}

export function useDismissUnreadable(): () => void {
  const dismiss = useQuietChange(() => api.redeem.dismissUnreadable());
  return () => dismiss(undefined);
}

export function useDismissNewAccounts(): () => void {
  const dismiss = useQuietChange(() => api.redeem.dismissNewAccounts());
  return useCallback(() => {
    dismiss(undefined);
  }, [dismiss]);
}

/** Asks for a place and writes a connection's setup there. Returns the file's name; null if canceled. */
export const useSaveSetup = (): UseMutationResult<string | null, CodedError, string> =>
  useMutation({
    mutationFn: async (connectionId) => (await api.redeem.saveSetup({ connectionId })).fileName ?? null,
  });

/** Asks for a setup file and reads it; null if canceled. */
export const useOpenSetup = (): UseMutationResult<ConnectionSetup | null, CodedError, void> =>
  useMutation({ mutationFn: async () => (await api.redeem.openSetup()).setup });

const handlingKey = ['redeem', 'linkHandling'];

/** Whether this system opens links with the app. Undefined until the first answer. */
export const useLinkHandling = (): ChannelOutput<'redeem.linkHandling'> | undefined =>
  useQuery({ queryKey: handlingKey, queryFn: () => api.redeem.linkHandling() }).data;

/** Makes the app the handler of its links, or undoes that. A failure is shown like that of any small change. */
export function useHandleLinks(): { readonly handle: (wanted: boolean) => void; readonly pending: boolean } {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationKey: quietKey,
    mutationFn: (wanted: boolean) => (wanted ? api.redeem.handleLinks() : api.redeem.giveBackLinks()),
    onSettled: () => client.invalidateQueries({ queryKey: handlingKey }),
  });
  return { handle: (wanted) => mutate(wanted), pending: isPending };
}
