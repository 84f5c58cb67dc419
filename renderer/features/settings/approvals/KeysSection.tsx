import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import type { ColleagueKey } from '../../../../shared/domain/approval/colleagueKey';
import { settings as settingsSchema } from '../../../../shared/domain/settings';
import { KeyPhrase } from '../../../components/KeyPhrase';
import { useKeys } from '../../../queries/approvals';
import { useChangeSettings, useSettings } from '../../../queries/settings';
import { TypedSetting } from '../TypedSetting';
import { approvalsText } from './approvalsText';
import { KeyDialog, type KeyAction } from './KeyDialog';

/** This installation's key, and those of colleagues. */
export function KeysSection(): ReactElement | null {
  const settings = useSettings();
  const change = useChangeSettings();
  const keys = useKeys();
  const [action, act] = useState<KeyAction | null>(null);
  if (settings === undefined || keys === undefined) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={approvalsText.keysIntro}>
          {approvalsText.keys}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <TypedSetting
          key={settings.signerName}
          label={approvalsText.ownName}
          description={approvalsText.ownNameHint}
          stored={settings.signerName}
          rows={1}
          changeOf={(text) => {
            const { data, error } = settingsSchema.shape.signerName.safeParse(text);
            return data === undefined ? { complaint: error.issues[0]?.message ?? '' } : { signerName: data };
          }}
          change={change}
        />
        {keys.whyNot !== null ? (
          <Alert type="warning" header={approvalsText.noOwnKey}>
            {keys.whyNot}
          </Alert>
        ) : keys.own === null ? null : (
          <FormField label={approvalsText.ownKey} description={approvalsText.ownKeyHint}>
            <KeyPhrase phrase={keys.own.phrase} owner={null} />
          </FormField>
        )}
        <KeysTable keys={keys.colleagues} act={act} />
      </SpaceBetween>
      {action === null ? null : <KeyDialog action={action} onClose={() => act(null)} />}
    </Container>
  );
}

function KeysTable({
  keys,
  act,
}: {
  readonly keys: readonly ColleagueKey[];
  readonly act: (action: KeyAction) => void;
}): ReactElement {
  return (
    <Table
      variant="embedded"
      wrapLines
      ariaLabels={{ tableLabel: approvalsText.keys }}
      items={keys}
      trackBy="key"
      empty={approvalsText.noColleagues}
      columnDefinitions={[
        {
          id: 'name',
          header: approvalsText.key,
          isRowHeader: true,
          cell: ({ name, isNamedHere }) => (isNamedHere ? name : approvalsText.saysItIs(name)),
        },
        { id: 'state', header: approvalsText.state, cell: (key) => <State state={key.state} /> },
        {
          id: 'phrase',
          header: approvalsText.phrase,
          cell: ({ name, phrase }) => <KeyPhrase phrase={phrase} owner={name} />,
        },
        {
          id: 'actions',
          header: approvalsText.actions,
          cell: (key) => <KeyActions colleague={key} act={act} />,
        },
      ]}
    />
  );
}

function KeyActions({
  colleague,
  act,
}: {
  readonly colleague: ColleagueKey;
  readonly act: (action: KeyAction) => void;
}): ReactElement {
  const { state, name } = colleague;
  const button = (kind: KeyAction['kind'], text: string, label: string): ReactElement => (
    <Button variant="inline-link" wrapText={false} ariaLabel={label} onClick={() => act({ kind, colleague })}>
      {text}
    </Button>
  );
  return (
    <SpaceBetween direction="horizontal" size="s">
      {state === 'confirmed'
        ? button('rename', approvalsText.rename, approvalsText.renameKey(name))
        : button('confirm', approvalsText.confirm, approvalsText.confirmKey(name))}
      {state === 'distrusted'
        ? null
        : button('distrust', approvalsText.distrust, approvalsText.distrustKey(name))}
    </SpaceBetween>
  );
}

const stateTypes = { unconfirmed: 'warning', confirmed: 'success', distrusted: 'error' } as const;

const State = ({ state }: Pick<ColleagueKey, 'state'>): ReactElement => (
  <Box>
    <StatusIndicator type={stateTypes[state]}>{approvalsText.states[state]}</StatusIndicator>
  </Box>
);
