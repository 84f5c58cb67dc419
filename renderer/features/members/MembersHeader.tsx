import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement, ReactNode } from 'react';
import type { Account } from '../../../shared/domain/account/account';
import { formatNumber } from '../../../shared/text/formats';
import { AsOfBeside } from '../../components/Times';
import { refOf } from '../../queries/accounts';
import { useRefreshScreen } from '../../queries/refresh/useRefreshScreen';
import { AccountHeading } from '../accounts/AccountHeading';
import { AccountViews } from '../accounts/AccountViews';
import { membersText } from './membersText';

interface MembersHeaderProps {
  readonly account: Account;
  readonly total: number | undefined;
  /** ms since 1970; null if no list was read completely. */
  readonly asOf: number | null;
  /** What can be done with selected members. */
  readonly children: ReactNode;
}

/** The account, the age of the list, actions, and Refresh. No count is shown before a list was read. */
export function MembersHeader({ account, total, asOf, children }: MembersHeaderProps): ReactElement {
  const { refreshing, refresh } = useRefreshScreen({ screen: 'members', account: refOf(account) });
  const isCounted = total !== undefined && (asOf !== null || total > 0);
  return (
    <Header
      variant="awsui-h1-sticky"
      {...(isCounted ? { counter: `(${formatNumber(total)})` } : {})}
      description={
        <span className="inline-row wide">
          <AccountViews account={account} shown="members" />
          <AccountHeading account={account} />
        </span>
      }
      info={asOf === null ? undefined : <AsOfBeside at={asOf} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {children}
          <Button
            iconName="refresh"
            ariaLabel={membersText.refresh}
            loading={refreshing}
            disabled={refresh === null}
            onClick={() => refresh?.()}
          />
        </SpaceBetween>
      }
    >
      {membersText.members}
    </Header>
  );
}
