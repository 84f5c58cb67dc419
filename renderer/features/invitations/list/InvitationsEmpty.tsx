import Button from '@cloudscape-design/components/button';
import type { ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import type { CodedError } from '../../../../shared/errors';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { refOf } from '../../../queries/accounts';
import { goTo } from '../../../navigation/useRoute';
import { pendingOnly } from '../../../../shared/navigation/invitationFilter';
import { useSearchOfList } from '../filter/liveSearchContext';
import { listText } from './listText';

interface InvitationsEmptyProps {
  readonly account: Account | null;
  /** Whether the list differs from the default of all pending ones. */
  readonly narrowed: boolean;
  readonly error: CodedError | null;
}

/** Why no invitation is listed, and what to do. */
export function InvitationsEmpty({ account, narrowed, error }: InvitationsEmptyProps): ReactElement {
  const { setSearch } = useSearchOfList();
  const showAllPending = (): void => {
    setSearch('');
    goTo({ screen: 'invitations', account: account === null ? null : refOf(account), filter: pendingOnly });
  };
  if (error !== null) return <ErrorNotice header={listText.readFailed} error={error.toBody()} />;
  const viewer = account?.canInvite === false;
  if (viewer && account.invitationsAsOf === null) {
    return <EmptyState title={listText.viewerTitle}>{listText.viewerBody}</EmptyState>;
  }
  if (narrowed) {
    return (
      <EmptyState
        title={listText.noMatchTitle}
        action={<Button onClick={showAllPending}>{listText.showAllPending}</Button>}
      >
        {listText.noMatchBody}
      </EmptyState>
    );
  }
  if (account !== null && account.invitationsAsOf === null) {
    return <EmptyState title={listText.unreadTitle}>{listText.unreadBody}</EmptyState>;
  }
  return (
    <EmptyState title={listText.noPendingTitle}>
      {viewer ? listText.noPendingBody : `${listText.noPendingBody} ${listText.inviteHint}`}
    </EmptyState>
  );
}
