import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { ChannelInput, ChannelOutput } from '../../shared/bridge/ipc';
import type { AccountRef } from '../../shared/domain/account/account';
import type { InstanceWork } from '../../shared/domain/account/instanceAccess';
import type { TaskPreview } from '../../shared/domain/account/instanceTasks';
import type { CodedError } from '../../shared/errors';
import { api } from '../bridge/api';
import { quietKey, useQuietChange } from './cache/quietMutations';

export type WorkQuery = ChannelInput<'instances.list'>;
export type WorkPage = ChannelOutput<'instances.list'>;
export type Ticked = ChannelOutput<'instances.tickOff'>;
export type PeopleToTick = ChannelInput<'instances.tickOff'>['people'];

/** A page of those who accepted an invitation; undefined until it is read. */
export function useWork(query: WorkQuery): {
  readonly page: WorkPage | undefined;
  readonly error: CodedError | null;
} {
  const { data, error } = useQuery({
    queryKey: ['instances', 'list', query],
    queryFn: () => api.instances.list(query),
    placeholderData: keepPreviousData,
  });
  return { page: data, error };
}

/** How many people are in each state; undefined until it is read. */
export const useWorkCounts = (): ChannelOutput<'instances.counts'> | undefined =>
  useQuery({ queryKey: ['instances', 'counts'], queryFn: () => api.instances.counts({}) }).data;

/** How many people are read at once. */
const atOnce = 500;

/** Everybody of an account who waits; undefined until all are read. */
export function useWaitingIn(account: AccountRef): readonly InstanceWork[] | undefined {
  return useQuery({
    queryKey: ['instances', 'waitingIn', account],
    queryFn: async () => {
      const people: InstanceWork[] = [];
      for (let total = 1; people.length < total;) {
        const page = await api.instances.list({
          ...{ account, states: ['waiting'], limit: atOnce, offset: people.length },
        });
        people.push(...page.people);
        total = page.people.length === 0 ? people.length : page.total;
      }
      return people;
    },
  }).data;
}

type Change<Input, Output> = UseMutationResult<Output, CodedError, Input>;

/** A change of the list, which is over when the page shows it. A failure is shown like that of any small change. */
function useWorkChange<Input, Output>(change: (input: Input) => Promise<Output>): Change<Input, Output> {
  const client = useQueryClient();
  return useMutation({
    mutationKey: quietKey,
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['instances'] }),
  });
}

export const useTickOff = (): Change<PeopleToTick, Ticked> =>
  useWorkChange((people: PeopleToTick) => api.instances.tickOff({ people }));

export const useTakeBack = (): Change<PeopleToTick, Ticked> =>
  useWorkChange((people: PeopleToTick) => api.instances.takeBack({ people }));

export const usePlanInstances = (): Change<ChannelInput<'instances.plan'>, ChannelOutput<'instances.plan'>> =>
  useWorkChange((input: ChannelInput<'instances.plan'>) => api.instances.plan(input));

/** Tracks earlier acceptances. */
export function useTrackInstances(): (which: ChannelInput<'instances.track'>['which']) => void {
  return useQuietChange((which: ChannelInput<'instances.track'>['which']) => api.instances.track({ which }));
}

/** Opens the place where an account's admins add people. */
export function useOpenConsole(): (account: AccountRef) => void {
  return useQuietChange((account: AccountRef) => api.instances.openConsole({ account }));
}

export const useExportTasks = (): Change<
  ChannelInput<'instances.exportTasks'>,
  ChannelOutput<'instances.exportTasks'>
> => useMutation({ mutationKey: quietKey, mutationFn: (input) => api.instances.exportTasks(input) });

/** A task list that is read, shown, and then added. */
export interface TaskList {
  /** Asks for a file and reads it. */
  readonly open: () => void;
  readonly isReading: boolean;
  /** What it would add; null if none is open. */
  readonly preview: TaskPreview | null;
  readonly add: () => void;
  readonly isAdding: boolean;
  /** How many ticks were added just now; null if none were. */
  readonly added: number | null;
  /** Why it couldn't be read or added. */
  readonly error: CodedError | null;
  readonly close: () => void;
}

export function useTaskList(): TaskList {
  const client = useQueryClient();
  const opening = useMutation({ mutationFn: () => api.instances.openTasks({}) });
  const preview = opening.data?.preview ?? null;
  const adding = useMutation({
    mutationFn: (previewId: string) => api.instances.addTasks({ previewId }),
    onSuccess: async () => {
      opening.reset();
      await client.invalidateQueries({ queryKey: ['instances'] });
    },
  });
  return {
    open: () => {
      adding.reset();
      opening.mutate();
    },
    isReading: opening.isPending,
    preview,
    add: () => {
      if (preview !== null) adding.mutate(preview.previewId);
    },
    isAdding: adding.isPending,
    added: adding.data?.ticks ?? null,
    error: opening.error ?? adding.error,
    close: () => {
      opening.reset();
      adding.reset();
      // Nothing depends on it: main keeps one list at most.
      api.instances.closeTasks({}).catch(() => undefined);
    },
  };
}
