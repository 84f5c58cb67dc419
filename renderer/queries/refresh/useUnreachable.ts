import { useConnections } from '../connections';
import { useOutboxStatus } from '../outbox';
import { useRefreshState } from './refresh';
import { unreachableOf, type Unreachable } from './unreachable';

/** Whether Amazon can't be reached right now, live; null if it can, or nothing was tried. */
export function useUnreachable(): Unreachable | null {
  const refresh = useRefreshState();
  const status = useOutboxStatus() ?? { runs: [], waits: [] };
  return unreachableOf(refresh, status, useConnections() ?? []);
}
