import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState, type ReactElement } from 'react';
import type { BatchConflict } from '../../../../shared/domain/batch/batch';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useKeepRows } from '../../../queries/batches';
import type { GridStore } from '../gridModel/gridStore';
import { Conflicts } from './Conflicts';
import { fixed, quickFixesOf } from '../gridModel/quickFixes';
import { OnlineCheckResult } from './OnlineCheckResult';
import type { OnlineCheck } from './onlineCheck';
import type { Settling } from './settling';
import { problemsText } from './problemsText';

interface CheckOnlineDialogProps {
  readonly batchId: string;
  readonly conflicts: readonly BatchConflict[];
  readonly online: OnlineCheck;
  /** Whether it was opened to settle conflicts rather than to check. */
  readonly settling: boolean;
  readonly store: GridStore;
  readonly onClose: () => void;
}

/** What changed at Amazon since the draft, to settle row by row or all at once. */
export function CheckOnlineDialog(props: CheckOnlineDialogProps): ReactElement {
  const { batchId, conflicts, online, settling, store, onClose } = props;
  const { mutate: keep, error } = useKeepRows();
  // Settled rows are hidden while they are on their way to main.
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const open = conflicts.filter((conflict) => error !== null || !settled.has(keyOf(conflict)));
  const settle = (some: readonly BatchConflict[], how: Settling): void => {
    if (how === 'keep') {
      keep({
        batchId,
        rows: some.map(({ rowId, findings }) => ({ rowId, codes: findings.map(({ code }) => code) })),
      });
    }
    if (how === 'fix') store.change(...fixed(quickFixesOf(some)));
    if (how === 'remove') store.change([], new Set(some.map(({ rowId }) => rowId)));
    setSettled(new Set([...settled, ...some.map(keyOf)]));
  };
  return (
    <Modal
      visible
      size="large"
      header={settling ? problemsText.settleTitle : problemsText.checkTitle}
      closeAriaLabel={problemsText.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            {online.pending ? problemsText.goOnInBackground : 'Close'}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {settling ? null : <OnlineCheckResult online={online} />}
        {error === null ? null : <ErrorNotice header={problemsText.keepFailed} error={error.toBody()} />}
        {open.length > 0 ? (
          <Conflicts conflicts={open} store={store} settle={settle} />
        ) : online.pending || online.error !== null ? null : (
          <StatusIndicator type="success">
            {settled.size === 0 && !settling ? problemsText.noConflicts : problemsText.allSettled}
          </StatusIndicator>
        )}
      </SpaceBetween>
    </Modal>
  );
}

const keyOf = ({ rowId, findings }: BatchConflict): string =>
  [rowId, ...findings.map(({ code }) => code)].join(' ');
