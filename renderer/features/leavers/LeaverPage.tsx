import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { formatMomentWithZone } from '../../../shared/text/formats';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Title } from '../../components/Title';
import { linkTo } from '../../navigation/useRoute';
import { useLeaver } from '../../queries/leavers';
import { LeaverResults } from './LeaverResults';
import { leaverName, leaversText, subjectText } from './leaversText';
import { SaveProof } from './SaveProof';
import { Remains } from './Remains';

/** What became of a removal, and what the person has now. */
export function LeaverPage({ leaverId }: { readonly leaverId: string }): ReactElement | null {
  const { details, error } = useLeaver(leaverId);
  if (error !== null) return <ErrorNotice header={leaversText.readFailed} error={error.toBody()} />;
  if (details === undefined) return null;
  const { leaver, remains } = details;
  const { names, subject, startedAt, runIds } = leaver;
  const title = leaversText.leaverTitle(leaverName(names, subject));
  const isAnythingLeft = remains.members.length + remains.invitations.length > 0;
  return (
    <>
      <Title>{title}</Title>
      <ContentLayout
        header={
          <Header
            variant="h1"
            actions={<SaveProof leaverId={leaverId} />}
            description={
              <SpaceBetween size="xxs">
                <span className="breaks-anywhere">{subjectText(subject)}</span>
                <span>{leaversText.startedAt(formatMomentWithZone(startedAt))}</span>
              </SpaceBetween>
            }
          >
            {title}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {runIds.map((runId) => (
            <LeaverResults key={runId} runId={runId} />
          ))}
          <Container
            header={
              <Header
                variant="h2"
                actions={
                  isAnythingLeft ? (
                    <Button {...linkTo({ screen: 'leavers', subject, leaverId })}>
                      {leaversText.removeRest}
                    </Button>
                  ) : null
                }
              >
                {leaversText.remainsTitle}
              </Header>
            }
          >
            <Remains remains={remains} />
          </Container>
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}
