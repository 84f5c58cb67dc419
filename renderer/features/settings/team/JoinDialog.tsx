import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import type { StoreAddress } from '../../../../shared/domain/team/storeAddress';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { ErrorNotice } from '../../../components/ErrorNotice';
import type { FieldErrors } from '../../../components/fieldErrors';
import { useJoinTeam, useTestStore } from '../../../queries/team';
import { draftOf, loginIn } from './addressDraft';
import { AddressFields } from './AddressFields';
import { SetUpFields } from './SetUpFields';
import { teamText } from './teamText';
import { TestFindings } from './TestFindings';

interface JoinDialogProps {
  /** The address in use; null to join a team. */
  readonly address: StoreAddress | null;
  readonly onJoined: () => void;
  readonly onClose: () => void;
}

/** Where the team's database is: tested step by step, then joined. */
export function JoinDialog({ address, onJoined, onClose }: JoinDialogProps): ReactElement {
  const [draft, setDraft] = useState(() => draftOf(address));
  const [errors, setErrors] = useState<FieldErrors>({});
  const test = useTestStore();
  const join = useJoinTeam();
  const { login } = loginIn(draft);

  /** Runs with what is entered, once it is complete. */
  const withLogin = (run: (entered: NonNullable<typeof login>) => void): void => {
    const entered = loginIn(draft);
    setErrors(entered.errors);
    if (entered.login !== null) run(entered.login);
  };
  const runTest = (): void => withLogin((entered) => test.mutate(entered));
  const mayTest = !join.isPending && !test.isPending;

  return (
    <ConfirmDialog
      header={address === null ? teamText.joinTitle : teamText.changeTitle}
      failure={{ header: teamText.joinFailed, error: join.error }}
      confirm={{
        text: address === null ? teamText.joinButton : teamText.saveButton,
        pending: join.isPending,
        onClick: () => withLogin((entered) => join.mutate(entered, { onSuccess: onJoined })),
      }}
      onCancel={onClose}
    >
      <SpaceBetween size="m">
        <Box variant="p">{teamText.joinIntro}</Box>
        <AddressFields
          draft={draft}
          errors={errors}
          onChange={(change) => {
            setDraft({ ...draft, ...change });
            setErrors({});
            // What was found was about something else.
            test.reset();
            join.reset();
          }}
        />
        <Button
          iconName="status-in-progress"
          loading={test.isPending}
          loadingText={teamText.testing}
          disabled={!mayTest}
          onClick={runTest}
        >
          {teamText.test}
        </Button>
        {test.error === null ? null : (
          <ErrorNotice header={teamText.testFailed} error={test.error.toBody()} />
        )}
        {test.data === undefined ? null : <TestFindings test={test.data} />}
        {test.data?.maySetUp === true && login !== null ? (
          <SetUpFields login={login} onDone={runTest} />
        ) : null}
      </SpaceBetween>
    </ConfirmDialog>
  );
}
