import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Form from '@cloudscape-design/components/form';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactElement } from 'react';
import { defaultReturnPort, type Connection } from '../../../shared/domain/connection/connection';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Title } from '../../components/Title';
import { useConnection, useUpdateConnection } from '../../queries/connections';
import { goTo } from '../../navigation/useRoute';
import { checkChange, draftOf, portOf } from './connectionDraft';
import { ConnectionFields } from './ConnectionFields';
import { ConnectionGuide } from './ConnectionGuide';
import { FormActions } from './FormActions';
import { connectionsText } from './connectionsText';

/** Changing what a connection was created with. */
export function EditConnectionPage({ connectionId }: { readonly connectionId: string }): ReactElement {
  const connection = useConnection(connectionId);
  if (connection === undefined) {
    return (
      <EmptyState title={connectionsText.connectionGoneTitle}>
        {connectionsText.connectionGoneBody}
      </EmptyState>
    );
  }
  return <EditConnection connection={connection} />;
}

function EditConnection({ connection }: { readonly connection: Connection }): ReactElement {
  const [draft, setDraft] = useState(() => draftOf(connection));
  const update = useUpdateConnection();
  const checked = checkChange(draft);
  const leave = (): void => {
    goTo({ screen: 'settings' });
  };
  const submit = (): void => {
    if (checked.value === null) return;
    update.mutate({ connectionId: connection.connectionId, change: checked.value }, { onSuccess: leave });
  };

  return (
    <>
      <Title>{connectionsText.editTitle(connection.label)}</Title>
      <ContentLayout header={<Header variant="h1">{connectionsText.editTitle(connection.label)}</Header>}>
        <Grid gridDefinition={[{ colspan: { default: 12, s: 7 } }, { colspan: { default: 12, s: 5 } }]}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <Form
              actions={
                <FormActions submitText={connectionsText.save} loading={update.isPending} onCancel={leave} />
              }
            >
              <SpaceBetween size="l">
                <Container>
                  <ConnectionFields
                    draft={draft}
                    errors={checked.errors}
                    storedSecret={connection.hasClientSecret}
                    onChange={(change) => {
                      setDraft((now) => ({ ...now, ...change }));
                    }}
                  />
                </Container>
                {update.error === null ? null : (
                  <ErrorNotice header={connectionsText.saveFailed} error={update.error.toBody()} />
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
