import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { AccountMember } from '../../../shared/domain/person/memberPerson';
import { linkTo } from '../../navigation/useRoute';

/** The account that lists a member, which leads to all its members. */
export const AccountOfMember = ({
  account,
  accountName,
  accountId,
}: Pick<AccountMember, 'account' | 'accountName' | 'accountId'>): ReactElement => (
  <div className="breaks-anywhere">
    <Link {...linkTo({ screen: 'members', account })}>{accountName}</Link>
    <Box variant="small" display="block">
      {accountId}
    </Box>
  </div>
);
