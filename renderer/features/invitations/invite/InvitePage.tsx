import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import type { ReactElement } from 'react';
import type { AccountRef } from '../../../../shared/domain/account/account';
import type { InviteAgain } from '../../../../shared/navigation/inviteAgain';
import { Title } from '../../../components/Title';
import { useAccount } from '../../../queries/accounts';
import { InviteForm } from './InviteForm';
import { ViewerNotice } from '../../accounts/ViewerNotice';
import { inviteText } from './inviteText';

/**
 * Inviting people to any number of accounts; the account of the address is selected already.
 * @param again people who are to be let in again; null for none in particular
 */
export function InvitePage({
  scope,
  again,
}: {
  readonly scope: AccountRef | null;
  readonly again: InviteAgain | null;
}): ReactElement {
  const account = useAccount(scope);
  return (
    <>
      <Title>{account === undefined ? inviteText.title : inviteText.accountTitle(account.name)}</Title>
      <ContentLayout header={<Header variant="h1">{inviteText.title}</Header>}>
        {account?.canInvite === false ? (
          <ViewerNotice account={account} screen="invite" />
        ) : (
          <InviteForm opened={scope} again={again} />
        )}
      </ContentLayout>
    </>
  );
}
