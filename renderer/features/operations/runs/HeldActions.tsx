import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { Run } from '../../../../shared/domain/outbox/run';
import { useResumeRuns } from '../../../queries/outbox';
import { StopButton } from './StopButton';
import { runsText } from './runsText';

/** The actions for runs that were held back when the app was closed. */
export function HeldActions({ runs }: { readonly runs: readonly Run[] }): ReactElement {
  const resume = useResumeRuns();
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button
        onClick={() => {
          resume(runs.map(({ runId }) => runId));
        }}
      >
        {runsText.resume}
      </Button>
      <StopButton runs={runs} />
    </SpaceBetween>
  );
}
