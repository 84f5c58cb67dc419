import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { Run } from '../../../../shared/domain/outbox/run';
import { countdown } from '../../../components/text/formatTime';
import { TextWith } from '../../../components/text/TextWith';
import { useNowBySecond } from '../../../components/useNow';
import { useCallBackRuns, useResumeRuns } from '../../../queries/outbox';
import { resultsText } from '../resultsText';

/** When a large run starts. */
export function StartsIn({ at }: { readonly at: number }): ReactElement {
  const now = useNowBySecond();
  return (
    <StatusIndicator type="pending">
      <TextWith
        text={resultsText.startsIn}
        places={{ time: <span className="unbroken">{countdown(at, now)}</span> }}
      />
    </StatusIndicator>
  );
}

/** When a large run starts, with what can be done until then. */
export function RunStart({ run }: { readonly run: Run }): ReactElement {
  return (
    <SpaceBetween direction="horizontal" size="m" alignItems="center">
      {run.startsAt === null ? null : <StartsIn at={run.startsAt} />}
      <StartActions run={run} />
    </SpaceBetween>
  );
}

interface StartActionsProps {
  readonly run: Run;
  /** What the run does, where several stand on one screen. */
  readonly title?: string;
}

/** What can be done with a run before it starts: take it back with nothing sent, or not wait for it. */
export function StartActions({ run, title }: StartActionsProps): ReactElement {
  const callBack = useCallBackRuns();
  const resume = useResumeRuns();
  const labelFor = (label: (title: string) => string): { ariaLabel?: string } =>
    title === undefined ? {} : { ariaLabel: label(title) };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button
        {...labelFor(resultsText.callBackRun)}
        onClick={() => {
          callBack([run.runId]);
        }}
      >
        {resultsText.callBack}
      </Button>
      <Button
        {...labelFor(resultsText.sendNowRun)}
        onClick={() => {
          resume([run.runId]);
        }}
      >
        {resultsText.sendNow}
      </Button>
    </SpaceBetween>
  );
}
