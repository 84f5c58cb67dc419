import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { MemberPersonRef } from '../../../../shared/domain/person/memberPerson';
import { isErasedAddress } from '../../../../shared/domain/person/pseudonym';
import { formatList } from '../../../../shared/text/formats';
import { CopyableId } from '../../../components/names/CopyableId';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Title } from '../../../components/Title';
import { useMemberAccess } from '../../../queries/people';
import { ErasureProposal } from '../erasing/ErasureProposal';
import { useErasureProposal } from '../erasing/useErasureProposal';
import { PersonActions } from '../erasing/PersonActions';
import { PersonTimeline } from '../PersonTimeline';
import { ColleaguesEvents } from './ColleaguesEvents';
import { MemberAccessTable } from './MemberAccessTable';
import { WhoIsIt } from './WhoIsIt';
import { memberPersonText } from './memberPersonText';

/** What one user ID has in all accounts, and what was done about it. */
export function MemberPersonPage({ member }: { readonly member: MemberPersonRef }): ReactElement | null {
  const { answer, error } = useMemberAccess(member);
  const proposal = useErasureProposal({ emailAddresses: [], members: [member] });
  if (error !== null) return <ErrorNotice header={memberPersonText.readFailed} error={error.toBody()} />;
  if (answer === undefined) return null;
  if (answer.access.length === 0) {
    return <EmptyState title={memberPersonText.unknownTitle}>{memberPersonText.unknownBody}</EmptyState>;
  }
  const [latest = '', ...others] = emailsOf(answer.access);
  const name = latest || member.userId;
  return (
    <>
      <Title>{name}</Title>
      <ContentLayout
        header={
          <Header
            variant="h1"
            actions={
              isErasedAddress(latest) ? null : (
                <PersonActions
                  name={name}
                  page={{ screen: 'memberPerson', ...member }}
                  subject={{ emailAddresses: [], members: [member] }}
                />
              )
            }
            description={
              <>
                <CopyableId id={member.userId} name={memberPersonText.copyUserId} />
                {others.length === 0 ? null : <div>{memberPersonText.alsoListedAs(formatList(others))}</div>}
              </>
            }
          >
            {name}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {proposal === null ? null : <ErasureProposal name={name} proposal={proposal} />}
          <WhoIsIt member={member} />
          <MemberAccessTable member={member} {...answer} />
          <ColleaguesEvents events={answer.colleaguesEvents} />
          <PersonTimeline of={{ member }} description={memberPersonText.timelineDescription} />
        </SpaceBetween>
      </ContentLayout>
    </>
  );
}

/** As Amazon lists the user ID, without repeats, the latest first. */
const emailsOf = (
  access: readonly { readonly maskedEmail: string; readonly lastSeenAt: number }[],
): readonly string[] => [
  ...new Set(
    [...access]
      .sort((one, other) => other.lastSeenAt - one.lastSeenAt)
      .map(({ maskedEmail }) => maskedEmail)
      .filter((maskedEmail) => maskedEmail !== ''),
  ),
];
