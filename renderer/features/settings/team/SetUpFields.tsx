import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import type { ChannelInput } from '../../../../shared/bridge/ipc';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useSetUpStore } from '../../../queries/team';
import { teamText } from './teamText';

interface SetUpFieldsProps {
  readonly login: ChannelInput<'team.test'>;
  /** The database is set up now. */
  readonly onDone: () => void;
}

/** Offers an administrator to set a new database up. */
export function SetUpFields({ login, onDone }: SetUpFieldsProps): ReactElement {
  const setUp = useSetUpStore();
  const [teamName, setTeamName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const isComplete = teamName.trim() !== '' && displayName.trim() !== '';
  return (
    <Container
      header={
        <Header variant="h3" description={teamText.setUpHint}>
          {teamText.setUpTitle}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {setUp.error === null ? null : (
          <ErrorNotice header={teamText.setUpFailed} error={setUp.error.toBody()} />
        )}
        <FormField label={teamText.teamName} stretch>
          <Input value={teamName} onChange={({ detail }) => setTeamName(detail.value)} />
        </FormField>
        <FormField label={teamText.ownName} stretch>
          <Input value={displayName} onChange={({ detail }) => setDisplayName(detail.value)} />
        </FormField>
        <Button
          loading={setUp.isPending}
          disabled={!isComplete}
          onClick={() => setUp.mutate({ ...login, teamName, displayName }, { onSuccess: onDone })}
        >
          {teamText.setUp}
        </Button>
      </SpaceBetween>
    </Container>
  );
}
