import pLimit, { type LimitFunction } from 'p-limit';

/** Lets at most so many pieces of work go on at the same time for each connection: none waits for another's. */
export function limitPerConnection(parallel: number): (connectionId: string) => LimitFunction {
  const limits = new Map<string, LimitFunction>();
  return (connectionId) => {
    const limit = limits.get(connectionId) ?? pLimit(parallel);
    limits.set(connectionId, limit);
    return limit;
  };
}
