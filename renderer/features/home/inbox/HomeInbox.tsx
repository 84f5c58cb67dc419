import type { ReactElement } from 'react';
import type { Account } from '../../../../shared/domain/account/account';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import { withoutExplained } from '../../../queries/refresh/unreachable';
import { useUnreachable } from '../../../queries/refresh/useUnreachable';
import { Inbox } from './Inbox';
import { inboxText } from './inboxText';
import { useChangeItems } from './useChangeItems';
import { useInvitationItems } from './useInvitationItems';
import {
  problemItems,
  useDoubleItems,
  useInstanceItems,
  useRedeemItem,
  useSignInItems,
  useWorkItems,
} from './useOtherItems';

interface HomeInboxProps {
  readonly overview: ChannelOutput<'invitations.overview'>;
  readonly accounts: readonly Account[];
}

/** What stands there when nothing waits: who reaches no account can't be asked to invite. */
function allDone(pending: number, accounts: readonly Account[]): string {
  if (accounts.length === 0) return inboxText.noAccounts;
  return pending === 0 ? inboxText.invitePeople : inboxText.allDone;
}

/** Everything that waits for a person, over all accounts and connections. */
export function HomeInbox({ overview, accounts }: HomeInboxProps): ReactElement {
  const changes = useChangeItems();
  const signIns = useSignInItems();
  const doubles = useDoubleItems();
  const invitations = useInvitationItems(overview);
  const redeem = useRedeemItem();
  const instances = useInstanceItems();
  const work = useWorkItems();
  const unreachable = useUnreachable();
  return (
    <>
      {invitations.question}
      <Inbox
        items={[
          ...changes,
          ...signIns,
          ...doubles,
          ...invitations.items,
          ...work,
          redeem,
          ...instances,
          ...problemItems(withoutExplained(accounts, unreachable)),
        ]}
        allDone={allDone(overview.pending, accounts)}
      />
    </>
  );
}
