import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import type { Member } from '../../../shared/domain/member/member';
import { CopyableId } from '../../components/CopyableId';
import type { ListColumn } from '../../components/table/listColumns';
import { AsOf, Day, ReadAt } from '../../components/Times';
import { membersText } from './membersText';

/** The columns; each `sortingField` is a sort of `members.list`. */
export const memberColumns: readonly ListColumn<Member>[] = [
  {
    id: 'maskedEmail',
    width: 220,
    minWidth: 180,
    header: membersText.email,
    sortingField: 'maskedEmail',
    isRowHeader: true,
    cell: ({ maskedEmail }) =>
      maskedEmail === '' ? (
        <Box color="text-body-secondary">{membersText.emailNotShown}</Box>
      ) : (
        <span className="breaks-anywhere">{maskedEmail}</span>
      ),
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
    cell: (member) => <Role member={member} />,
  },
  {
    id: 'sinceAt',
    width: 165,
    minWidth: 160,
    // With a no-break space: two lines for two short words make the whole header taller.
    header: membersText.memberSince,
    sortingField: 'sinceAt',
    cell: ({ sinceAt, isSinceKnown }) => (
      <span className="unbroken">
        {isSinceKnown ? membersText.since : membersText.before} <Day at={sinceAt} />
      </span>
    ),
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

/** The role with its age; if unknown, why. */
function Role({ member: { role, roleAsOf, scope } }: { readonly member: Member }): ReactElement {
  return (
    <>
      {membersText.roleName(role)}
      <Box variant="small" display="block">
        {roleAsOf !== null ? (
          <span className="unbroken">
            <AsOf at={roleAsOf} />
          </span>
        ) : scope === 'inherited' ? (
          membersText.inheritedRole
        ) : (
          membersText.roleNotRead
        )}
      </Box>
    </>
  );
}
