import Box from '@cloudscape-design/components/box';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import type { Connection } from '../../../../shared/domain/connection/connection';
import { regionNames } from '../../../../shared/domain/connection/region';
import { ConnectionName } from '../../../components/names/ConnectionName';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useIsDraft } from '../../../queries/connectionDrafts';
import { useConnections } from '../../../queries/connections';
import { goTo } from '../../../navigation/useRoute';
import { useExploreSandbox } from '../../connections/useExploreSandbox';
import { ConnectionActions } from './ConnectionActions';
import { RemoveConnectionDialog } from './RemoveConnectionDialog';
import { SetupDialog } from './SetupDialog';
import { settingsText } from '../settingsText';

/** The connections, each with its signed-in user and its actions. */
export function ConnectionsSection(): ReactElement {
  const connections = useConnections();
  const sandbox = useExploreSandbox();
  const [removing, setRemoving] = useState<Connection | null>(null);
  const [passingOn, setPassingOn] = useState<Connection | null>(null);
  return (
    <SpaceBetween size="s">
      {sandbox.error === null ? null : (
        <ErrorNotice header={settingsText.addSandboxFailed} error={sandbox.error.toBody()} />
      )}
      <Table
        items={connections ?? []}
        trackBy="connectionId"
        loading={connections === undefined}
        loadingText={settingsText.readingConnections}
        ariaLabels={{ tableLabel: settingsText.connections }}
        columnDefinitions={[...columns, actionsColumn(setRemoving, setPassingOn)]}
        header={
          <Header
            variant="h2"
            counter={connections === undefined ? '' : `(${String(connections.length)})`}
            description={settingsText.connectionsIntro}
            actions={
              <ButtonDropdown
                loading={sandbox.opening}
                items={[
                  { id: 'amazon', text: settingsText.connectAmazonAds },
                  { id: 'sandbox', text: settingsText.exploreSandbox },
                ]}
                onItemClick={({ detail }) => {
                  if (detail.id === 'amazon') goTo({ screen: 'connect' });
                  else sandbox.open();
                }}
              >
                {settingsText.addConnection}
              </ButtonDropdown>
            }
          >
            {settingsText.connections}
          </Header>
        }
        empty={
          <EmptyState title={settingsText.noConnectionsTitle}>{settingsText.noConnectionsBody}</EmptyState>
        }
      />
      {passingOn === null ? null : (
        <SetupDialog
          connection={passingOn}
          onClose={() => {
            setPassingOn(null);
          }}
        />
      )}
      {removing === null ? null : (
        <RemoveConnectionDialog
          connection={removing}
          onClose={() => {
            setRemoving(null);
          }}
        />
      )}
    </SpaceBetween>
  );
}

const states: Record<
  Connection['state'],
  { readonly type: StatusIndicatorProps.Type; readonly text: string }
> = {
  signedIn: { type: 'success', text: settingsText.signedIn },
  signInAgain: { type: 'warning', text: settingsText.signInAgain },
  signedOut: { type: 'stopped', text: settingsText.signedOut },
};

/** Nobody has signed in to it yet. */
const draft = { type: 'pending', text: settingsText.draft } as const;

function StateCell({ connection }: { readonly connection: Connection }): ReactElement {
  const isDraft = useIsDraft();
  const { type, text } = isDraft(connection) ? draft : states[connection.state];
  return (
    <StatusIndicator type={type} wrapText={false}>
      {text}
    </StatusIndicator>
  );
}

const columns: readonly TableProps.ColumnDefinition<Connection>[] = [
  {
    id: 'label',
    header: settingsText.name,
    isRowHeader: true,
    cell: (connection) => <ConnectionName connection={connection} />,
  },
  { id: 'region', header: settingsText.region, cell: ({ region }) => regionNames[region] },
  {
    id: 'identity',
    header: settingsText.signedInAs,
    cell: (connection) => <IdentityCell connection={connection} />,
  },
  {
    id: 'state',
    header: settingsText.state,
    cell: (connection) => <StateCell connection={connection} />,
  },
  {
    id: 'renewal',
    header: settingsText.renewal,
    cell: ({ hasClientSecret }) =>
      hasClientSecret ? settingsText.renewalByItself : settingsText.renewalByBrowser,
  },
];

const actionsColumn = (
  onRemove: (connection: Connection) => void,
  onSetup: (connection: Connection) => void,
): TableProps.ColumnDefinition<Connection> => ({
  id: 'actions',
  header: settingsText.actions,
  cell: (connection) => (
    <ConnectionActions
      connection={connection}
      onRemove={() => {
        onRemove(connection);
      }}
      onSetup={() => {
        onSetup(connection);
      }}
    />
  ),
});

/** Amazon may refuse, or have been unable, to say who signed in. */
function IdentityCell({ connection }: { readonly connection: Connection }): ReactElement {
  const { identity, state } = connection;
  if (identity === null) return <>{state === 'signedIn' ? settingsText.identityUnknown : '–'}</>;
  return (
    <>
      {identity.name ?? identity.email ?? identity.userId}
      {identity.name !== undefined && identity.email !== undefined ? (
        <Box variant="small" display="block">
          {identity.email}
        </Box>
      ) : null}
    </>
  );
}
