import { QueryClient } from '@tanstack/react-query';
import type { CodedError } from '../../../shared/errors';

declare module '@tanstack/react-query' {
  interface Register {
    /** `api` throws nothing else. */
    defaultError: CodedError;
  }
}

/**
 * The page's only memory: a cache of answers. Answers are from this machine, so they are good until an event says
 * that they are not, a failure is told at once instead of retried, and having no network stops nothing.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' },
    },
  });
