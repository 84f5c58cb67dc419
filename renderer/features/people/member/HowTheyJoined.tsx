import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import { instanceAccessNames } from '../../../../shared/domain/account/instanceText';
import { memberRefKey } from '../../../../shared/domain/member/member';
import type { MemberAddress, MemberInvitation } from '../../../../shared/domain/person/linkedMember';
import type { AccountMember } from '../../../../shared/domain/person/memberPerson';
import { inviteAgainOf, removedOf } from '../../../../shared/navigation/inviteAgain';
import { formatDate } from '../../../../shared/text/formats';
import { accountRefKey } from '../../../../shared/util/accountKey';
import { linkTo } from '../../../navigation/useRoute';
import { memberPersonText } from './memberPersonText';

/** How a user ID can be addressed in each account, by `memberRefKey`; undefined until that is known. */
export type Addresses = ReadonlyMap<string, MemberAddress> | undefined;

const addressIn = (addresses: Addresses, { account, userId }: AccountMember): MemberAddress | undefined =>
  addresses?.get(memberRefKey({ ...account, userId }));

interface LetInByProps {
  readonly member: AccountMember;
  readonly addresses: Addresses;
  readonly invitations: readonly MemberInvitation[];
}

/** The invitation that let somebody in, with how certain that is; null if none is known. */
export function LetInBy({ member, addresses, invitations }: LetInByProps): ReactElement | null {
  const invitation = invitations.find(
    ({ account }) => accountRefKey(account) === accountRefKey(member.account),
  );
  const confidence = addressIn(addresses, member)?.ledgerAddress?.confidence;
  if (invitation === undefined || confidence === undefined) return null;
  const { account, invitationId, invitedAt, instanceAccess } = invitation;
  return (
    <Box variant="small" display="block">
      <Link
        fontSize="inherit"
        {...linkTo({ screen: 'invitations', account, filter: {}, shown: { ...account, invitationId } })}
      >
        {memberPersonText.letInBy[confidence](formatDate(invitedAt))}
      </Link>
      {instanceAccess === null ? null : <div>{instanceAccessNames[instanceAccess]}</div>}
    </Box>
  );
}

/** For somebody who is no longer listed: to the form that invites again; null if no address is certain. */
export function InviteAgain({
  member,
  addresses,
}: Pick<LetInByProps, 'member' | 'addresses'>): ReactElement | null {
  const again = inviteAgainOf(removedOf(addressIn(addresses, member), member.role));
  if (again === null) return null;
  return (
    <Link
      {...linkTo({ screen: 'invite', account: null, again })}
      ariaLabel={memberPersonText.inviteAgainTo(member.accountName)}
    >
      {memberPersonText.inviteAgain}
    </Link>
  );
}
