import type { ReactElement } from 'react';
import type { AccountRef } from '../../../shared/domain/account/account';
import { EmptyState } from '../../components/EmptyState';
import { Title } from '../../components/Title';
import { useAccount, useAccounts } from '../../queries/accounts';
import { MembersList } from './MembersList';
import { membersText } from './membersText';

/** Who has access to one account. */
export function MembersPage({ scope }: { readonly scope: AccountRef }): ReactElement | null {
  const account = useAccount(scope);
  const { accounts } = useAccounts();
  if (accounts === undefined) return null;
  if (account === undefined) {
    return <EmptyState title={membersText.unknownAccountTitle}>{membersText.unknownAccountBody}</EmptyState>;
  }
  return (
    <>
      <Title>{membersText.accountTitle(account.name)}</Title>
      <MembersList account={account} />
    </>
  );
}
