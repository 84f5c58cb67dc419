import {
  useMutation,
  useQueries,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import { chunksOf } from '../../shared/domain/outbox/chunk';
import type { MatrixAccount, MatrixCell } from '../../shared/domain/person/matrix';
import { memberPersonKey, type MemberPersonRef } from '../../shared/domain/person/memberPerson';
import type { CodedError } from '../../shared/errors';
import { accountKey } from '../../shared/util/accountKey';
import { api } from '../bridge/api';
import { quietKey } from './cache/quietMutations';

/** The columns of the matrix, by name. */
export function useMatrixAccounts(): {
  readonly accounts: readonly MatrixAccount[] | undefined;
  readonly error: CodedError | null;
} {
  const { data, error } = useQuery<ChannelOutput<'people.accounts'>>({
    queryKey: ['people', 'accounts'],
    queryFn: () => api.people.accounts({}),
  });
  return { accounts: data?.accounts, error };
}

/** A person's cells by `accountKey`. */
export type CellsOfPerson = ReadonlyMap<string, MatrixCell>;

/** The cells of people by `memberPersonKey`; somebody whose cells are still being read is missing. */
export type CellsOfPeople = ReadonlyMap<string, CellsOfPerson>;

/** As many as main takes at a time (see `people.cells`). */
const peopleAtATime = 100;

/** What people have in each account; read in parts, so that the first ones are there at once. */
export const useMatrixCells = (people: readonly MemberPersonRef[]): CellsOfPeople =>
  useQueries({
    queries: chunksOf(people, peopleAtATime).map((part) => {
      const refs = part.map(({ realm, userId }) => ({ realm, userId }));
      return {
        queryKey: ['people', 'cells', refs],
        queryFn: async () => cellsByPerson(refs, (await api.people.cells({ people: refs })).cells),
        // Maps can't be compared part by part.
        structuralSharing: false,
      };
    }),
    combine: joined,
  });

const joined = (parts: readonly UseQueryResult<CellsOfPeople>[]): CellsOfPeople =>
  new Map(parts.flatMap(({ data }) => (data === undefined ? [] : [...data])));

function cellsByPerson(people: readonly MemberPersonRef[], cells: readonly MatrixCell[]): CellsOfPeople {
  const byPerson = new Map(people.map((person) => [memberPersonKey(person), new Map<string, MatrixCell>()]));
  for (const cell of cells) byPerson.get(memberPersonKey(cell))?.set(accountKey(cell), cell);
  return byPerson;
}

/** Asks for a place and writes who has access there. A failure is shown like that of any small change. */
export const useExportAccess = (): UseMutationResult<
  ChannelOutput<'people.export'>,
  CodedError,
  ChannelInput<'people.export'>
> => useMutation({ mutationKey: quietKey, mutationFn: (input) => api.people.export(input) });
