import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useSaveProof } from '../../queries/leavers';
import { leaversText } from './leaversText';

/** Saves the proof of a removal as it stands now, and says where. */
export function SaveProof({ leaverId }: { readonly leaverId: string }): ReactElement {
  const { mutate, data, error, isPending } = useSaveProof();
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <LiveRegion>
          {data?.saved === true ? (
            <StatusIndicator type="success">
              <span className="breaks-anywhere">{leaversText.proofSaved(data.fileName ?? '')}</span>
            </StatusIndicator>
          ) : null}
        </LiveRegion>
        <ButtonDropdown
          loading={isPending}
          loadingText={leaversText.savingProof}
          expandToViewport
          items={[
            { id: 'pdf', text: leaversText.asPdf },
            { id: 'csv', text: leaversText.asCsv },
          ]}
          onItemClick={({ detail }) => mutate({ leaverId, format: detail.id === 'csv' ? 'csv' : 'pdf' })}
        >
          {leaversText.saveProof}
        </ButtonDropdown>
      </SpaceBetween>
      {error === null ? null : <ErrorNotice header={leaversText.proofFailed} error={error.toBody()} />}
    </SpaceBetween>
  );
}
