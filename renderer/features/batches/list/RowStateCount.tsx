import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { BatchStatus } from '../../../../shared/domain/batch/batchStatus';
import type { RowState } from '../../../../shared/domain/batch/rowState';
import { formatNumber } from '../../../../shared/text/formats';

type Look = StatusIndicatorProps.Type;

const looks: Readonly<Record<RowState, Look>> = {
  draft: 'error',
  ready: 'success',
  queued: 'pending',
  sending: 'in-progress',
  invited: 'success',
  skipped: 'stopped',
  stopped: 'stopped',
  failed: 'error',
  inDoubt: 'warning',
  accepted: 'success',
  revoked: 'stopped',
  lapsed: 'stopped',
  gone: 'stopped',
};

/** How many rows are in a state, with its sign. */
export function RowStateCount({
  state,
  count,
}: {
  readonly state: RowState;
  readonly count: number;
}): ReactElement {
  return count === 0 ? <>–</> : <StatusIndicator type={looks[state]}>{formatNumber(count)}</StatusIndicator>;
}

const statusLooks: Readonly<Record<BatchStatus['level'], Look>> = {
  open: 'pending',
  moving: 'in-progress',
  done: 'success',
  stopped: 'stopped',
  warning: 'warning',
  error: 'error',
};

/** Where a batch stands, in a line. */
export function StatusLine({ status: { text, level } }: { readonly status: BatchStatus }): ReactElement {
  return <StatusIndicator type={statusLooks[level]}>{text}</StatusIndicator>;
}
