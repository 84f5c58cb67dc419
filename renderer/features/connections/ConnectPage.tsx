import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Form from '@cloudscape-design/components/form';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import { defaultReturnPort } from '../../../shared/domain/connection/connection';
import type { ConnectionSetup } from '../../../shared/domain/redeem/redeem';
import type { CodedError } from '../../../shared/errors';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Title } from '../../components/Title';
import { useAddConnection } from '../../queries/connections';
import { useDismissSetup, useWaitingCount } from '../../queries/redeem';
import { useStartSignIn } from '../../queries/signIn';
import { goTo } from '../../navigation/useRoute';
import { checkNewConnection, draftOfSetup, newConnection, portOf } from './connectionDraft';
import { ConnectionFields } from './ConnectionFields';
import { ConnectionGuide } from './ConnectionGuide';
import { OpenSetupFile } from './OpenSetupFile';
import { SetupSummary } from './SetupSummary';
import { connectionsText } from './connectionsText';

interface ConnectPageProps {
  /** Somebody's setup to fill in the form; null: it starts empty. */
  readonly setup: ConnectionSetup | null;
}

/** Connecting a real Amazon Ads user: the form beside a guide to finding the values. */
export function ConnectPage({ setup }: ConnectPageProps): ReactElement {
  const [draft, setDraft] = useState(() => (setup === null ? newConnection : draftOfSetup(setup)));
  const [submitted, setSubmitted] = useState(false);
  const [known, setKnown] = useState(setup === null);
  const [fileError, setFileError] = useState<CodedError | null>(null);
  const dismissSetup = useDismissSetup();
  const waiting = useWaitingCount();
  const add = useAddConnection();
  const startSignIn = useStartSignIn();
  const checked = checkNewConnection(draft);

  const submit = (): void => {
    setSubmitted(true);
    if (checked.value === null || !known) return;
    add.mutate(checked.value, {
      onSuccess: ({ connectionId }) => {
        startSignIn({ connectionId });
        if (setup !== null) dismissSetup();
        // A person who received a link connects in order to redeem it.
        goTo({ screen: waiting === 0 ? 'accounts' : 'redeem' });
      },
    });
  };

  return (
    <>
      <Title>{connectionsText.connectTitle}</Title>
      <ContentLayout
        header={
          <Header
            variant="h1"
            description={connectionsText.connectIntro}
            actions={<OpenSetupFile onError={setFileError} />}
          >
            {connectionsText.connectTitle}
          </Header>
        }
      >
        <Grid gridDefinition={[{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }]}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <Form actions={<FormActions loading={add.isPending} />}>
              <SpaceBetween size="l">
                {fileError === null ? null : (
                  <ErrorNotice header={connectionsText.readSetupFailed} error={fileError.toBody()} />
                )}
                {setup === null ? null : (
                  <SetupSummary
                    region={draft.region}
                    returnPort={portOf(draft)}
                    known={known}
                    onKnown={setKnown}
                    error={submitted && !known ? connectionsText.confirmSenderMissing : undefined}
                  />
                )}
                <Container>
                  <ConnectionFields
                    draft={draft}
                    errors={submitted ? checked.errors : {}}
                    onChange={(change) => {
                      setDraft((now) => ({ ...now, ...change }));
                    }}
                  />
                </Container>
                {add.error === null ? null : (
                  <ErrorNotice header={connectionsText.addFailed} error={add.error.toBody()} />
                )}
              </SpaceBetween>
            </Form>
          </form>
          <ConnectionGuide port={portOf(draft) === 0 ? defaultReturnPort : portOf(draft)} />
        </Grid>
      </ContentLayout>
    </>
  );
}

function FormActions({ loading }: { readonly loading: boolean }): ReactElement {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button
        variant="link"
        formAction="none"
        onClick={() => {
          history.back();
        }}
      >
        {connectionsText.cancel}
      </Button>
      <Button variant="primary" loading={loading}>
        {connectionsText.connectAndSignIn}
      </Button>
    </SpaceBetween>
  );
}
