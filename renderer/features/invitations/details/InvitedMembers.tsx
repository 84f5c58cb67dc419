import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { LinkedMember } from '../../../../shared/domain/person/linkedMember';
import { memberPersonKey } from '../../../../shared/domain/person/memberPerson';
import { linkedMemberText } from '../../../components/text/ledgerAddressText';
import { linkTo } from '../../../navigation/useRoute';

/** The members of the account who are the invited person, with how certain that is; each leads to its page. */
export const InvitedMembers = ({ members }: { readonly members: readonly LinkedMember[] }): ReactElement => (
  <>
    {members.map((member) => (
      <div key={memberPersonKey(member)} className="breaks-anywhere">
        <Link {...linkTo({ screen: 'memberPerson', realm: member.realm, userId: member.userId })}>
          {member.maskedEmail || member.userId}
        </Link>
        <Box variant="small" display="block">
          {linkedMemberText(member)}
        </Box>
      </div>
    ))}
  </>
);
