import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import type { AccountMember } from '../../../../shared/domain/person/memberPerson';
import type { MemberInvitation } from '../../../../shared/domain/person/linkedMember';
import { formatDate } from '../../../../shared/text/formats';
import { ReadAt } from '../../../components/Times';
import { AccountOfMember } from '../../members/AccountOfMember';
import { MemberRole } from '../../members/MemberRole';
import { MemberSince } from '../../members/MemberSince';
import { membersText } from '../../members/membersText';
import { InviteAgain, LetInBy, type Addresses } from './HowTheyJoined';
import { memberPersonText } from './memberPersonText';

/**
 * The columns of the access of one user ID.
 * @param addresses how it can be addressed in each account
 * @param invitations those that let it in
 */
export const memberAccessColumns = (
  addresses: Addresses,
  invitations: readonly MemberInvitation[],
): readonly TableProps.ColumnDefinition<AccountMember>[] => [
  {
    id: 'account',
    header: memberPersonText.account,
    isRowHeader: true,
    minWidth: 200,
    cell: (member) => <AccountOfMember {...member} />,
  },
  {
    id: 'scope',
    minWidth: 150,
    header: memberPersonText.kind,
    cell: (member) =>
      member.goneAt === null ? (
        membersText.accessName(member.scope)
      ) : (
        <>
          <StatusIndicator type="stopped">{memberPersonText.left}</StatusIndicator>
          <Box variant="small" display="block">
            {memberPersonText.leftSince(formatDate(member.goneAt))}
          </Box>
          <InviteAgain member={member} addresses={addresses} />
        </>
      ),
  },
  {
    id: 'role',
    header: memberPersonText.role,
    cell: (member) => <MemberRole member={member} />,
  },
  {
    id: 'since',
    header: memberPersonText.since,
    cell: (member) => (
      <>
        <MemberSince {...member} />
        <LetInBy member={member} addresses={addresses} invitations={invitations} />
      </>
    ),
  },
  {
    id: 'lastSeen',
    header: memberPersonText.lastSeen,
    cell: ({ lastSeenAt }) => <ReadAt at={lastSeenAt} />,
  },
];
