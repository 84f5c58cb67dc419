import { QueryClient } from '@tanstack/react-query';
import type { CodedError } from '../../../shared/errors';

declare module '@tanstack/react-query' {
  interface Register {
    /** `api` throws nothing else. */
    defaultError: CodedError;
  }
}

/**
 * The page's only memory: a cache of answers. Answers come from this machine, so they are valid until an event says otherwise, a
 * failure is reported immediately instead of retried, and a missing network stops nothing.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' },
    },
  });
