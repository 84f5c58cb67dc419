import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { BatchStatus } from '../../../../shared/domain/batch/batchStatus';
import type { RowState } from '../../../../shared/domain/batch/rowState';
import { RowStateChip } from '../../../components/RowStateChip';
import { formatNumber } from '../../../../shared/text/formats';

type Look = StatusIndicatorProps.Type;

/** How many rows are in a state, with its sign. */
export function RowStateCount({
  state,
  count,
}: {
  readonly state: RowState;
  readonly count: number;
}): ReactElement {
  return count === 0 ? <>–</> : <RowStateChip state={state}>{formatNumber(count)}</RowStateChip>;
}

const statusLooks: Readonly<Record<BatchStatus['level'], Look>> = {
  open: 'pending',
  moving: 'in-progress',
  done: 'success',
  stopped: 'stopped',
  warning: 'warning',
  error: 'error',
};

/** The status of a batch, in a line. */
export function StatusLine({ status: { text, level } }: { readonly status: BatchStatus }): ReactElement {
  return <StatusIndicator type={statusLooks[level]}>{text}</StatusIndicator>;
}
