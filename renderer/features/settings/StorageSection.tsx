import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { KeychainState } from '../../../shared/domain/connection/keychain';
import { CopyableId } from '../../components/names/CopyableId';
import { useAppInfo } from '../../queries/settings';
import { settingsText } from './settingsText';

const keychainStates: Record<
  KeychainState,
  { readonly type: StatusIndicatorProps.Type; readonly text: string }
> = {
  checking: { type: 'loading', text: settingsText.checkingKeychain },
  'os-keychain': { type: 'success', text: settingsText.storedInKeychain },
  'session-only': { type: 'warning', text: settingsText.storedInMemory },
  locked: { type: 'warning', text: settingsText.keychainLocked },
};

/** Where secrets and data are stored. */
export function StorageSection(): ReactElement | null {
  const info = useAppInfo();
  if (info === undefined) return null;
  const { type, text } = keychainStates[info.keychain.state];
  return (
    <Container header={<Header variant="h2">{settingsText.storageTitle}</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          {
            label: settingsText.storedSecrets,
            value: (
              <>
                <StatusIndicator type={type} wrapText={false}>
                  {text}
                </StatusIndicator>
                {info.keychain.explanation === '' ? null : <div>{info.keychain.explanation}</div>}
              </>
            ),
          },
          {
            label: settingsText.storedData,
            value: <CopyableId id={info.dataFolder} name="data folder" />,
          },
        ]}
      />
    </Container>
  );
}
