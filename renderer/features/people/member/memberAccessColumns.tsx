import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import type { AccountMember } from '../../../../shared/domain/person/memberPerson';
import { formatDate } from '../../../../shared/text/formats';
import { ReadAt } from '../../../components/Times';
import { AccountOfMember } from '../../members/AccountOfMember';
import { MemberRole } from '../../members/MemberRole';
import { MemberSince } from '../../members/MemberSince';
import { membersText } from '../../members/membersText';
import { memberPersonText } from './memberPersonText';

export const memberAccessColumns: readonly TableProps.ColumnDefinition<AccountMember>[] = [
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
    cell: ({ scope, goneAt }) =>
      goneAt === null ? (
        membersText.accessName(scope)
      ) : (
        <>
          <StatusIndicator type="stopped">{memberPersonText.left}</StatusIndicator>
          <Box variant="small" display="block">
            {memberPersonText.leftSince(formatDate(goneAt))}
          </Box>
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
    cell: (member) => <MemberSince {...member} />,
  },
  {
    id: 'lastSeen',
    header: memberPersonText.lastSeen,
    cell: ({ lastSeenAt }) => <ReadAt at={lastSeenAt} />,
  },
];
