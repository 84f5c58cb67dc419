import pLimit, { type LimitFunction } from 'p-limit';

/** Limits how many pieces of work run at the same time for each connection, without making one connection wait for another. */
export function limitPerConnection(parallel: number): (connectionId: string) => LimitFunction {
  const limits = new Map<string, LimitFunction>();
  return (connectionId) => {
    const limit = limits.get(connectionId) ?? pLimit(parallel);
    limits.set(connectionId, limit);
    return limit;
  };
}
