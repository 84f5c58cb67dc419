import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactElement } from 'react';
import type { KeychainState } from '../../../shared/domain/connection/keychain';
import { CopyableId } from '../../components/CopyableId';
import { useAppInfo } from '../../queries/settings';

const keychainStates: Record<
  KeychainState,
  { readonly type: StatusIndicatorProps.Type; readonly text: string }
> = {
  checking: { type: 'loading', text: 'Asking the keychain' },
  'os-keychain': { type: 'success', text: 'In your computer’s keychain' },
  'session-only': { type: 'warning', text: 'In memory only, until you quit' },
  locked: { type: 'warning', text: 'In your keychain, which is locked' },
};

/** Where secrets and data are kept. */
export function StorageSection(): ReactElement | null {
  const info = useAppInfo();
  if (info === undefined) return null;
  const { type, text } = keychainStates[info.keychain.state];
  return (
    <Container header={<Header variant="h2">Where things are kept</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          {
            label: 'Sign-ins and client secrets',
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
            label: 'Accounts, invitations and the record of changes',
            value: <CopyableId id={info.dataFolder} name="data folder" />,
          },
        ]}
      />
    </Container>
  );
}
