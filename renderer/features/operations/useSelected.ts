import { useState } from 'react';
import type { Operation } from '../../../shared/domain/outbox/operation';

interface SelectedOperations {
  /** The selected operations that are still listed, as they are now. */
  readonly selected: readonly Operation[];
  readonly select: (operations: readonly Operation[]) => void;
}

/** A selection within what is listed: what has left the list, by itself or with another page, is not selected any more. */
export function useSelected(listed: readonly Operation[]): SelectedOperations {
  const [ids, setIds] = useState<readonly number[]>([]);
  return {
    selected: listed.filter(({ operationId }) => ids.includes(operationId)),
    select: (operations) => {
      setIds(operations.map(({ operationId }) => operationId));
    },
  };
}
