import { useState } from 'react';
import type { Operation } from '../../../shared/domain/outbox/operation';
import type { ErrorBody } from '../../../shared/errors';
import type { ChannelInput } from '../../../shared/bridge/ipc';
import { useOperationsPage } from '../../queries/outbox';

/** A list of journal operations, one page of which is on screen. */
export interface OperationsList {
  /** False until the first answer. */
  readonly known: boolean;
  readonly operations: readonly Operation[];
  readonly total: number;
  readonly error: ErrorBody | null;
  readonly pageNumber: number;
  readonly pages: number;
  readonly goTo: (pageNumber: number) => void;
}

/** @param runId null for those of every run */
export function useOperationsList(
  runId: number | null,
  which: Pick<ChannelInput<'outbox.operations'>, 'statuses' | 'latestOnly'>,
  shown: number,
): OperationsList {
  const [pageNumber, goTo] = useState(1);
  const { page, error } = useOperationsPage({
    ...which,
    ...(runId === null ? {} : { runId }),
    limit: shown,
    offset: (pageNumber - 1) * shown,
  });
  const { operations = [], total = 0 } = page ?? {};
  const pages = Math.max(1, Math.ceil(total / shown));
  return { known: page !== undefined || error !== null, operations, total, error, pageNumber, pages, goTo };
}
