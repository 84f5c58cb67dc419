import Box from '@cloudscape-design/components/box';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { Member } from '../../../shared/domain/member/member';
import { CopyableId } from '../../components/CopyableId';
import { AsOf, Day, ReadAt } from '../../components/Times';
import { membersText } from './membersText';

/** The columns; each `sortingField` is a sort of `members.list`. */
export const memberColumns: readonly TableProps.ColumnDefinition<Member>[] = [
  {
    id: 'maskedEmail',
    header: membersText.email,
    sortingField: 'maskedEmail',
    isRowHeader: true,
    minWidth: 180,
    cell: ({ maskedEmail }) =>
      maskedEmail === '' ? (
        <Box color="text-body-secondary">{membersText.emailNotShown}</Box>
      ) : (
        <span className="breaks-anywhere">{maskedEmail}</span>
      ),
  },
  {
    id: 'userId',
    header: membersText.userId,
    sortingField: 'userId',
    minWidth: 160,
    cell: ({ userId }) => (
      <span className="breaks-anywhere">
        <CopyableId id={userId} name={membersText.copyUserId} />
      </span>
    ),
  },
  {
    id: 'scope',
    header: membersText.access,
    sortingField: 'scope',
    cell: ({ scope }) => membersText.accessName(scope),
  },
  {
    id: 'role',
    header: membersText.role,
    sortingField: 'role',
    cell: (member) => <Role member={member} />,
  },
  {
    id: 'sinceAt',
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
