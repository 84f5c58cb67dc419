import { useState } from 'react';
import type { Operation } from '../../../shared/domain/outbox/operation';

interface Chosen {
  /** The chosen operations that are still listed, as they are now. */
  readonly chosen: readonly Operation[];
  readonly choose: (operations: readonly Operation[]) => void;
}

/** A selection within what is listed: what has left the list, by itself or with another page, is not chosen any more. */
export function useSelected(listed: readonly Operation[]): Chosen {
  const [ids, setIds] = useState<readonly number[]>([]);
  return {
    chosen: listed.filter(({ operationId }) => ids.includes(operationId)),
    choose: (operations) => {
      setIds(operations.map(({ operationId }) => operationId));
    },
  };
}
