import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Form from '@cloudscape-design/components/form';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import { defaultReturnPort } from '../../../shared/domain/connection';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Title } from '../../components/Title';
import { useAddConnection } from '../../queries/connections';
import { useStartSignIn } from '../../queries/signIn';
import { goTo } from '../../useRoute';
import { checkNewConnection, newConnection, portOf } from './connectionDraft';
import { ConnectionFields } from './ConnectionFields';
import { ConnectionGuide } from './ConnectionGuide';

/** Connecting a real Amazon Ads user: the form beside the guide that says where its answers are. */
export function ConnectPage(): ReactElement {
  const [draft, setDraft] = useState(newConnection);
  const [submitted, setSubmitted] = useState(false);
  const add = useAddConnection();
  const startSignIn = useStartSignIn();
  const checked = checkNewConnection(draft);

  const submit = (): void => {
    setSubmitted(true);
    if (checked.value === null) return;
    add.mutate(checked.value, {
      onSuccess: ({ connectionId }) => {
        startSignIn({ connectionId });
        goTo({ screen: 'accounts' });
      },
    });
  };

  return (
    <>
      <Title>Connect Amazon Ads</Title>
      <ContentLayout
        header={
          <Header
            variant="h1"
            description="Signs you in with Amazon, in your browser, and lists the AMC accounts you can reach."
          >
            Connect Amazon Ads
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
                <SpaceBetween direction="horizontal" size="xs">
                  <Button
                    variant="link"
                    formAction="none"
                    onClick={() => {
                      history.back();
                    }}
                  >
                    Cancel
                  </Button>
                  <Button variant="primary" loading={add.isPending}>
                    Connect and sign in
                  </Button>
                </SpaceBetween>
              }
            >
              <SpaceBetween size="l">
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
                  <ErrorNotice header="Could not add the connection" error={add.error.toBody()} />
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
