import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { isErasedAddress } from '../../../shared/domain/person/pseudonym';
import { formatList } from '../../../shared/text/formats';
import { CopyableId } from '../../components/names/CopyableId';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Title } from '../../components/Title';
import { usePerson } from '../../queries/people';
import { ErasureProposal } from './erasing/ErasureProposal';
import { useErasureProposal } from './erasing/useErasureProposal';
import { PersonActions } from './erasing/PersonActions';
import { PersonAccessTable } from './PersonAccessTable';
import { PersonRowsTable } from './PersonRowsTable';
import { PersonTimeline } from './PersonTimeline';
import { peopleText } from './peopleText';

/** Everything known about one address: its access, the batches it stands in, and what was done for it. */
export function PersonPage({ emailAddress }: { readonly emailAddress: string }): ReactElement | null {
  const { person, error } = usePerson(emailAddress);
  const proposal = useErasureProposal({ emailAddresses: [emailAddress], members: [] });
  if (error !== null) return <ErrorNotice header={peopleText.readFailed} error={error.toBody()} />;
  if (person === undefined) return null;
  const [name = emailAddress, ...others] = person.names;
  return (
    <>
      <Title>{name}</Title>
      <ContentLayout
        header={
          <Header
            variant="h1"
            actions={
              isErasedAddress(emailAddress) ? null : (
                <PersonActions
                  name={name}
                  page={{ screen: 'person', emailAddress }}
                  subject={{ emailAddresses: [emailAddress], members: [] }}
                />
              )
            }
            description={
              <>
                <CopyableId id={emailAddress} name={peopleText.copyAddress} />
                {others.length === 0 ? null : <div>{peopleText.knownAs(formatList(others))}</div>}
              </>
            }
          >
            {name}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {proposal === null ? null : <ErasureProposal name={name} proposal={proposal} />}
          <PersonAccessTable access={person.access} hasMoreInvitations={person.moreInvitations} />
          <PersonRowsTable rows={person.rows} total={person.totalRows} />
          <PersonTimeline of={{ emailAddress }} description={peopleText.timelineDescription} />
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}
