import Alert from '@cloudscape-design/components/alert';
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
import { useDismissSetup, useWaitingCount } from '../../queries/redeem';
import { useStartSignIn } from '../../queries/signIn';
import { goTo } from '../../navigation/useRoute';
import { portOf } from './connectionDraft';
import { useConnectionDraft } from './useConnectionDraft';
import { ConnectionFields } from './ConnectionFields';
import { ConnectionGuide } from './ConnectionGuide';
import { FormActions } from './FormActions';
import { OpenSetupFile } from './OpenSetupFile';
import { SetupSummary } from './SetupSummary';
import { connectionsText } from './connectionsText';

interface ConnectPageProps {
  /** Somebody's setup to fill in the form; null: it starts empty. */
  readonly setup: ConnectionSetup | null;
}

/** Connecting a real Amazon Ads user: the form beside a guide to finding the values. */
export function ConnectPage({ setup }: ConnectPageProps): ReactElement {
  const making = useConnectionDraft(setup);
  const { draft, continued } = making;
  const [submitted, setSubmitted] = useState(false);
  const [known, setKnown] = useState(setup === null);
  const [fileError, setFileError] = useState<CodedError | null>(null);
  const dismissSetup = useDismissSetup();
  const waiting = useWaitingCount();
  const startSignIn = useStartSignIn();

  const submit = (): void => {
    setSubmitted(true);
    if (!known) return;
    making.store(({ connectionId }) => {
      startSignIn({ connectionId });
      if (setup !== null) dismissSetup();
      // Who was sent a link connects in order to redeem it.
      goTo({ screen: waiting === 0 ? 'accounts' : 'redeem' });
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
            <Form
              actions={
                <FormActions
                  submitText={connectionsText.connectAndSignIn}
                  loading={making.pending}
                  onCancel={() => {
                    history.back();
                  }}
                />
              }
            >
              <SpaceBetween size="l">
                {fileError === null ? null : (
                  <ErrorNotice header={connectionsText.readSetupFailed} error={fileError.toBody()} />
                )}
                {continued === null ? null : (
                  <DraftNotice label={continued.label} onDiscard={making.discard} />
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
                    errors={submitted ? making.errors : {}}
                    onChange={making.change}
                    {...(continued === null ? {} : { storedSecret: continued.hasClientSecret })}
                  />
                </Container>
                {making.error === null ? null : (
                  <ErrorNotice header={connectionsText.addFailed} error={making.error.toBody()} />
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

interface DraftNoticeProps {
  readonly label: string;
  readonly onDiscard: () => void;
}

const DraftNotice = ({ label, onDiscard }: DraftNoticeProps): ReactElement => (
  <Alert
    type="info"
    header={connectionsText.draftTitle}
    action={
      <Button formAction="none" onClick={onDiscard}>
        {connectionsText.discardDraft}
      </Button>
    }
  >
    {connectionsText.draftBody(label)}
  </Alert>
);
