import type { ListedMember } from '../../../shared/domain/person/listedMember';
import { CopyableId } from '../../components/names/CopyableId';
import type { ListColumn } from '../../components/table/listColumns';
import { ReadAt } from '../../components/Times';
import { MemberEmail } from './MemberEmail';
import { MemberRole } from './MemberRole';
import { MemberSince } from './MemberSince';
import { membersText } from './membersText';

/** The columns; each `sortingField` is a sort of `members.list`. */
export const memberColumns: readonly ListColumn<ListedMember>[] = [
  {
    id: 'maskedEmail',
    width: 220,
    minWidth: 180,
    header: membersText.email,
    sortingField: 'maskedEmail',
    isRowHeader: true,
    cell: (member) => <MemberEmail member={member} />,
  },
  {
    id: 'userId',
    width: 215,
    minWidth: 190,
    header: membersText.userId,
    sortingField: 'userId',
    cell: ({ userId }) => (
      <span className="breaks-anywhere">
        <CopyableId id={userId} name={membersText.copyUserId} />
      </span>
    ),
  },
  {
    id: 'scope',
    width: 130,
    minWidth: 115,
    header: membersText.access,
    sortingField: 'scope',
    cell: ({ scope }) => membersText.accessName(scope),
  },
  {
    id: 'role',
    width: 140,
    minWidth: 130,
    header: membersText.role,
    sortingField: 'role',
    cell: (member) => <MemberRole member={member} />,
  },
  {
    id: 'sinceAt',
    width: 165,
    minWidth: 160,
    // With a no-break space: two lines for two short words make the whole header taller.
    header: membersText.memberSince,
    sortingField: 'sinceAt',
    cell: (member) => <MemberSince {...member} />,
  },
  {
    id: 'lastSeenAt',
    width: 135,
    minWidth: 130,
    header: membersText.lastSeen,
    sortingField: 'lastSeenAt',
    cell: ({ lastSeenAt }) => <ReadAt at={lastSeenAt} />,
  },
];
