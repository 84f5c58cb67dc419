import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import LiveRegion from '@cloudscape-design/components/live-region';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { Connection } from '../../../../shared/domain/connection/connection';
import { regionNames } from '../../../../shared/domain/connection/region';
import { setupLink } from '../../../../shared/domain/redeem/buildLink';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useSaveSetup } from '../../../queries/redeem';
import { settingsText } from '../settingsText';

interface SetupDialogProps {
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** Shares what a colleague needs to connect as themselves: everything is shown, and none of it is secret. */
export function SetupDialog({ connection, onClose }: SetupDialogProps): ReactElement {
  const save = useSaveSetup();
  const { connectionId, label, region, clientId, returnPort, endpoints } = connection;
  return (
    <Modal
      visible
      header={settingsText.setupTitle(label)}
      closeAriaLabel={settingsText.close}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button onClick={onClose}>{settingsText.close}</Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box variant="p">{settingsText.setupIntro}</Box>
        <KeyValuePairs
          columns={2}
          items={[
            { label: settingsText.name, value: <span className="breaks-anywhere">{label}</span> },
            { label: settingsText.region, value: regionNames[region] },
            { label: settingsText.clientId, value: <span className="breaks-anywhere">{clientId}</span> },
            { label: settingsText.returnPort, value: String(returnPort) },
          ]}
        />
        <Box variant="small">
          {endpoints === null ? settingsText.setupWithout : settingsText.setupWithoutEndpoints}
        </Box>
        <div className="filters">
          <CopyToClipboard
            variant="button"
            copyButtonText={settingsText.copySetupLink}
            textToCopy={setupLink({ label, region, clientId, returnPort })}
            copySuccessText={settingsText.copied}
            copyErrorText={settingsText.copyFailed}
          />
          <Button
            loading={save.isPending}
            onClick={() => {
              save.mutate(connectionId);
            }}
          >
            {settingsText.saveSetupFile}
          </Button>
          <LiveRegion>
            {typeof save.data === 'string' ? (
              <StatusIndicator type="success">
                <span className="breaks-anywhere">{settingsText.savedAs(save.data)}</span>
              </StatusIndicator>
            ) : null}
          </LiveRegion>
        </div>
        {save.error === null ? null : (
          <ErrorNotice header={settingsText.saveSetupFailed} error={save.error.toBody()} />
        )}
      </SpaceBetween>
    </Modal>
  );
}
