import type { TableProps } from '@cloudscape-design/components/table';
import type { LeaverMember } from '../../../../shared/domain/leaver/leaver';
import { ReadAt } from '../../../components/Times';
import { AccountOfMember } from '../../members/AccountOfMember';
import { MemberRole } from '../../members/MemberRole';
import { membersText } from '../../members/membersText';
import { reasonText } from '../../../../shared/domain/leaver/certaintyText';
import { ListedAs } from './ListedAs';
import { planText } from './planText';

/** What a plan says of a member in one account. */
export const memberPlanColumns: readonly TableProps.ColumnDefinition<LeaverMember>[] = [
  {
    id: 'account',
    header: planText.account,
    isRowHeader: true,
    minWidth: 200,
    cell: (member) => <AccountOfMember {...member} />,
  },
  {
    id: 'listedAs',
    header: planText.listedAs,
    minWidth: 180,
    cell: (member) => <ListedAs {...member} />,
  },
  {
    id: 'access',
    header: planText.access,
    minWidth: 110,
    cell: ({ scope }) => membersText.accessName(scope),
  },
  { id: 'role', header: planText.role, minWidth: 130, cell: (member) => <MemberRole member={member} /> },
  { id: 'why', header: planText.why, minWidth: 180, cell: reasonText },
  { id: 'asOf', header: planText.asOf, minWidth: 90, cell: ({ lastSeenAt }) => <ReadAt at={lastSeenAt} /> },
];
