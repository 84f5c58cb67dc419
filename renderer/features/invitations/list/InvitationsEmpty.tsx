import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import type { CodedError } from '../../../../shared/errors';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { refOf } from '../../../queries/accounts';
import { goTo } from '../../../navigation/useRoute';
import { useSearchOfList } from '../filter/liveSearchContext';

interface InvitationsEmptyProps {
  readonly account: Account | null;
  /** Whether the list shows other ones than all pending. */
  readonly narrowed: boolean;
  readonly error: CodedError | null;
}

/** Why no invitation is listed, and what to do. */
export function InvitationsEmpty({ account, narrowed, error }: InvitationsEmptyProps): ReactElement {
  const { setSearch } = useSearchOfList();
  const showAllPending = (): void => {
    setSearch('');
    goTo({ screen: 'invitations', account: account === null ? null : refOf(account) });
  };
  if (error !== null) return <ErrorNotice header="Could not read the invitations" error={error.toBody()} />;
  const viewer = account?.canInvite === false;
  if (viewer && account.invitationsAsOf === null) {
    return <EmptyState title="Nothing to show">Amazon shows a viewer no invitations.</EmptyState>;
  }
  if (narrowed) {
    return (
      <EmptyState
        title="No invitation matches"
        action={<Button onClick={showAllPending}>Show all pending</Button>}
      >
        Try other words, choose another view, or take away a filter.
      </EmptyState>
    );
  }
  if (account !== null && account.invitationsAsOf === null) {
    return (
      <EmptyState title="Not read yet">Refresh to ask Amazon for the invitations of this account.</EmptyState>
    );
  }
  return (
    <EmptyState title="No pending invitations">
      Everybody has answered, or nobody was invited in the last two weeks.
      {viewer ? '' : ' Invite people to begin.'}
    </EmptyState>
  );
}
