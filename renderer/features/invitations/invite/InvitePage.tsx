import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import type { ReactElement } from 'react';
import type { AccountRef } from '../../../../shared/domain/account/account';
import { Title } from '../../../components/Title';
import { useAccount } from '../../../queries/accounts';
import { InviteForm } from './InviteForm';
import { ViewerNotice } from '../../accounts/ViewerNotice';
import { inviteText } from './inviteText';

/** Inviting people to any number of accounts; the account of the address is selected already. */
export function InvitePage({ scope }: { readonly scope: AccountRef | null }): ReactElement {
  const account = useAccount(scope);
  return (
    <>
      <Title>{account === undefined ? inviteText.title : inviteText.accountTitle(account.name)}</Title>
      <ContentLayout header={<Header variant="h1">{inviteText.title}</Header>}>
        {account?.canInvite === false ? (
          <ViewerNotice account={account} screen="invite" />
        ) : (
          <InviteForm opened={scope} />
        )}
      </ContentLayout>
    </>
  );
}
