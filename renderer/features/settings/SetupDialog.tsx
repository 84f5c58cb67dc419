import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import LiveRegion from '@cloudscape-design/components/live-region';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { Connection } from '../../../shared/domain/connection/connection';
import { regionNames } from '../../../shared/domain/connection/region';
import { setupLink } from '../../../shared/domain/redeem/buildLink';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useSaveSetup } from '../../queries/redeem';

interface SetupDialogProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** Passes on what a colleague needs to connect as themselves: all of it is shown, and none of it is a secret. */
export function SetupDialog({ connection, onClose }: SetupDialogProps): ReactElement {
  const save = useSaveSetup();
  const { connectionId, label, region, clientId, returnPort, endpoints } = connection;
  return (
    <Modal
      visible
      header={`Set-up of ${label}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button onClick={onClose}>Close</Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box variant="p">
          A colleague who opens it gets the form of a new connection filled in with this, sees it and agrees,
          and signs in as themselves.
        </Box>
        <KeyValuePairs
          columns={2}
          items={[
            { label: 'Name', value: <span className="breaks-anywhere">{label}</span> },
            { label: 'Region', value: regionNames[region] },
            { label: 'Client ID', value: <span className="breaks-anywhere">{clientId}</span> },
            { label: 'Return port', value: String(returnPort) },
          ]}
        />
        <Box variant="small">
          Never in it: the client secret and your sign-in
          {endpoints === null ? '' : ', and this connection’s custom endpoints: it leads to Amazon itself'}.
        </Box>
        <div className="filters">
          <CopyToClipboard
            variant="button"
            copyButtonText="Copy set-up link"
            textToCopy={setupLink({ label, region, clientId, returnPort })}
            copySuccessText="Copied"
            copyErrorText="Could not copy. Try again with the window in front."
          />
          <Button
            loading={save.isPending}
            onClick={() => {
              save.mutate(connectionId);
            }}
          >
            Save set-up file…
          </Button>
          <LiveRegion>
            {typeof save.data === 'string' ? (
              <StatusIndicator type="success">
                <span className="breaks-anywhere">Saved as {save.data}</span>
              </StatusIndicator>
            ) : null}
          </LiveRegion>
        </div>
        {save.error === null ? null : (
          <ErrorNotice header="Could not save the set-up file" error={save.error.toBody()} />
        )}
      </SpaceBetween>
    </Modal>
  );
}
