import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useState, type ReactElement } from 'react';
import { addedUp } from '../../../../shared/domain/outbox/runCounts';
import type { Run } from '../../../../shared/domain/outbox/run';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { counted } from '../../../components/text/formatTime';
import { useStopRuns } from '../../../queries/outbox';
import { runsText } from './runsText';

interface StopButtonProps {
  readonly runs: readonly Run[];
  /** The button's name if there are several on one screen. */
  readonly ariaLabel?: string;
}

/** Cancels what is queued, after asking with the number. */
export function StopButton({ runs, ariaLabel }: StopButtonProps): ReactElement {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        {...(ariaLabel === undefined ? {} : { ariaLabel })}
        onClick={() => {
          setAsking(true);
        }}
      >
        {runsText.stop}
      </Button>
      {asking ? (
        <StopDialog
          runs={runs}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </>
  );
}

function StopDialog({
  runs,
  onClose,
}: {
  readonly runs: readonly Run[];
  readonly onClose: () => void;
}): ReactElement {
  const stop = useStopRuns();
  const { queued, sending } = addedUp(runs.map(({ counts }) => counts));
  const changesText = counted(queued, 'change');
  return (
    <ConfirmDialog
      header={runsText.stopTitle(changesText)}
      failure={{ header: runsText.stopFailed, error: stop.error }}
      confirm={{
        text: runsText.stopConfirm(changesText),
        pending: stop.isPending,
        onClick: () => {
          stop.mutate(
            runs.map(({ runId }) => runId),
            { onSuccess: onClose },
          );
        },
      }}
      cancelText={runsText.stopCancel}
      onCancel={onClose}
    >
      <Box variant="p">
        {[runsText.stopEffect, ...(sending === 0 ? [] : [runsText.sendingNote(sending)])].join(' ')}
      </Box>
    </ConfirmDialog>
  );
}
