import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account';
import { AsOfBeside } from '../../components/Times';
import { refOf, useAccounts } from '../../queries/accounts';
import { useRefreshScreen } from '../../useRefreshScreen';
import { goTo } from '../../useRoute';
import { AccountHeading } from './AccountHeading';

interface InvitationsHeaderProps {
  readonly account: Account | null;
  readonly total: number | undefined;
  /** How many invitations are chosen. */
  readonly chosen: number;
  readonly onResend: () => void;
  readonly onRevoke: () => void;
}

/** What the list is of, how old it is, and what can be done with it. A viewer can do nothing. */
export function InvitationsHeader(props: InvitationsHeaderProps): ReactElement {
  const { account, total, chosen, onResend, onRevoke } = props;
  const { accounts = [] } = useAccounts();
  const { refreshing, refresh } = useRefreshScreen({
    screen: 'invitations',
    account: account === null ? null : refOf(account),
  });
  const viewer = account?.canInvite === false;
  const asOf = account === null ? oldestReading(accounts) : account.invitationsAsOf;
  return (
    <Header
      variant="awsui-h1-sticky"
      {...(total === undefined || viewer ? {} : { counter: `(${total.toLocaleString()})` })}
      description={
        account === null ? (
          'Every account you can reach. Choose one above to invite people to it.'
        ) : (
          <AccountHeading account={account} />
        )
      }
      info={asOf === null || viewer ? undefined : <AsOfBeside at={asOf} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            iconName="refresh"
            ariaLabel="Refresh"
            loading={refreshing}
            disabled={refresh === null}
            onClick={() => refresh?.()}
          />
          {viewer ? null : (
            <Button disabled={chosen === 0} onClick={onResend}>
              Resend
            </Button>
          )}
          {viewer ? null : (
            <Button disabled={chosen === 0} onClick={onRevoke}>
              Revoke
            </Button>
          )}
          {viewer ? null : (
            <Button
              variant="primary"
              onClick={() => {
                goTo({ screen: 'invite', account: account === null ? null : refOf(account) });
              }}
            >
              Invite people
            </Button>
          )}
        </SpaceBetween>
      }
    >
      Invitations
    </Header>
  );
}

/** The age of the whole is the age of its oldest part; null while nothing was read. */
function oldestReading(accounts: readonly Account[]): number | null {
  const times = accounts.map(({ invitationsAsOf }) => invitationsAsOf).filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}
