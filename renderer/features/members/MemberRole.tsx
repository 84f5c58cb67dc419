import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import type { Member } from '../../../shared/domain/member/member';
import { AsOf } from '../../components/Times';
import { membersText } from './membersText';

/** The role with its age; if unknown, why. */
export function MemberRole({
  member: { role, roleAsOf, scope },
}: {
  readonly member: Pick<Member, 'role' | 'roleAsOf' | 'scope'>;
}): ReactElement {
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
