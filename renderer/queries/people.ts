import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import type { ErasurePlan, ErasureSubject } from '../../shared/domain/person/erasure';
import type { Identity } from '../../shared/domain/person/identity';
import { memberRefKey, type MemberRef } from '../../shared/domain/member/member';
import type { MemberAddress } from '../../shared/domain/person/linkedMember';
import type { MemberPersonRef } from '../../shared/domain/person/memberPerson';
import type { CodedError } from '../../shared/errors';
import { api } from '../bridge/api';

/** The filter, order and page of everybody with access. */
export type PeopleQuery = ChannelInput<'people.list'>;

/** A page of everybody with access. While the next one is read it is still the previous one. */
export function usePeople(query: PeopleQuery): {
  readonly page: ChannelOutput<'people.list'> | undefined;
  readonly error: CodedError | null;
} {
  const { data, error } = useQuery({
    queryKey: ['people', 'list', query],
    queryFn: () => api.people.list(query),
    placeholderData: keepPreviousData,
  });
  return { page: data, error };
}

/** The domains of those with access, the most frequent first; none until the first answer. */
export const useDomains = (): readonly string[] =>
  useQuery({ queryKey: ['people', 'domains'], queryFn: () => api.people.domains({}) }).data?.domains ??
  noDomains;

const noDomains: readonly string[] = [];

/** A page of those who aren't in the directory file. While the next one is read it is still the previous one. */
export function useOrphans(query: ChannelInput<'people.orphans'>): {
  readonly page: ChannelOutput<'people.orphans'> | undefined;
  readonly error: CodedError | null;
} {
  const { data, error } = useQuery({
    queryKey: ['people', 'orphans', query],
    queryFn: () => api.people.orphans(query),
    placeholderData: keepPreviousData,
  });
  return { page: data, error };
}

/** What one user ID has in all accounts. Undefined until the first answer. */
export function useMemberAccess({ realm, userId }: MemberPersonRef): {
  readonly answer: ChannelOutput<'people.access'> | undefined;
  readonly error: CodedError | null;
} {
  const { data, error } = useQuery({
    queryKey: ['people', 'access', realm, userId],
    queryFn: () => api.people.access({ realm, userId }),
  });
  return { answer: data, error };
}

/** How members can be addressed, by `memberRefKey`. Undefined until the first answer; then it answers for these members alone. */
export function useMemberAddresses(
  members: readonly MemberRef[],
): ReadonlyMap<string, MemberAddress> | undefined {
  const { data } = useQuery({
    queryKey: ['people', 'addresses', members],
    queryFn: async () => (await api.people.addresses({ members: [...members] })).addresses,
    select: addressesByMember,
    enabled: members.length > 0,
  });
  return data;
}

const addressesByMember = (addresses: readonly MemberAddress[]): ReadonlyMap<string, MemberAddress> =>
  new Map(addresses.map((each) => [memberRefKey(each), each]));

/** Who is behind a user ID, live. Undefined until the first answer. */
export const useIdentity = ({ realm, userId }: MemberPersonRef): Identity | undefined =>
  useQuery({
    queryKey: ['people', 'identity', realm, userId],
    queryFn: () => api.people.identity({ realm, userId }),
  }).data;

/** Everything stored about one address. Undefined until the first answer. */
export function usePerson(emailAddress: string): {
  readonly person: ChannelOutput<'people.details'> | undefined;
  readonly error: CodedError | null;
} {
  const { data, error } = useQuery({
    queryKey: ['people', 'details', emailAddress],
    queryFn: () => api.people.details({ emailAddress }),
  });
  return { person: data, error };
}

/** Keeps what a person decided about a user ID and an address. */
export function useDecideIdentity(): {
  readonly decide: (decision: ChannelInput<'people.decide'>) => void;
  readonly error: CodedError | null;
} {
  const { mutate, error } = useMutation<unknown, CodedError, ChannelInput<'people.decide'>>({
    mutationFn: (decision) => api.people.decide(decision),
  });
  return { decide: mutate, error };
}

/** What erasing somebody's data would change, live. Undefined until the first answer. */
export function useErasurePlan(subject: ErasureSubject): {
  readonly plan: ErasurePlan | undefined;
  readonly error: CodedError | null;
} {
  const { data, error } = useQuery({
    queryKey: ['people', 'erasure', subject],
    queryFn: () => api.people.planErasure({ subject }),
    gcTime: 0,
  });
  return { plan: data, error };
}

/** Whom colleagues erased and who is still named here, live. */
export const useProposedErasures = (): ChannelOutput<'people.proposedErasures'>['proposals'] =>
  useQuery({
    queryKey: ['people', 'proposedErasures'],
    queryFn: async () => (await api.people.proposedErasures({})).proposals,
  }).data ?? noProposals;

const noProposals: ChannelOutput<'people.proposedErasures'>['proposals'] = [];

/** Erases somebody's data as agreed. If the plan is another one by now, that one is shown, and nothing is erased. */
export function useErase(): UseMutationResult<
  ChannelOutput<'people.erase'>,
  CodedError,
  ChannelInput<'people.erase'>
> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input) => api.people.erase(input),
    onSuccess: (answer, { subject }) => {
      if (!answer.erased) client.setQueryData(['people', 'erasure', subject], answer.plan);
    },
  });
}

/** Fewer letters find nearly everybody. */
const minSearch = 2;

/**
 * People, batches and runs by a few letters. While the answer is under way (`searching`) those of the letters before are
 * given: the caller leaves out what no longer fits.
 */
export function useFound(search: string): {
  readonly found: ChannelOutput<'people.find'> | undefined;
  readonly searching: boolean;
} {
  const enabled = search.length >= minSearch;
  const { data, isFetching } = useQuery({
    queryKey: ['people', 'find', search],
    queryFn: () => api.people.find({ search }),
    enabled,
    placeholderData: keepPreviousData,
    // Results for earlier letters are no longer of use.
    gcTime: 0,
  });
  return { found: enabled ? data : undefined, searching: enabled && isFetching };
}
