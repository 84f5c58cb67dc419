import { useCollection } from '@cloudscape-design/collection-hooks';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import Token from '@cloudscape-design/components/token';
import { useMemo, type ReactElement } from 'react';
import { marketplaceName, type Account } from '../../../shared/domain/account/account';
import type { Connection } from '../../../shared/domain/connection/connection';
import { formatNumber } from '../../../shared/text/formats';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNotice } from '../../components/ErrorNotice';
import { counted } from '../../components/text/formatTime';
import { AsOfBeside } from '../../components/Times';
import { Title } from '../../components/Title';
import { useAccounts, useSetFavourite } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { oldestPicture } from '../../queries/refresh/copyAge';
import { useRefreshScreen } from '../../queries/refresh/useRefreshScreen';
import { goTo } from '../../navigation/useRoute';
import { accountColumns } from './accountColumns';

const pageSize = 50;

interface AccountsPageProps {
  /** Whether only those are listed whose invitations could not be read. */
  readonly problemsOnly: boolean;
}

/** Every account of every connection; the way to each one's invitations. */
export function AccountsPage({ problemsOnly }: AccountsPageProps): ReactElement {
  const { accounts: known, error } = useAccounts();
  const accounts = problemsOnly ? known?.filter(({ trouble }) => trouble !== null) : known;
  const connections = useConnections();
  const setFavourite = useSetFavourite();
  const { refreshing, refresh } = useRefreshScreen({ screen: 'accounts' });
  const columns = useMemo(
    () => accountColumns({ connections: connections ?? [], setFavourite }),
    [connections, setFavourite],
  );
  const { items, collectionProps, filterProps, filteredItemsCount, paginationProps } = useCollection(
    accounts ?? [],
    {
      filtering: {
        filteringFunction: matcher(connections ?? []),
        empty: problemsOnly ? (
          <EmptyState title="No account has trouble">All could be read the last time.</EmptyState>
        ) : error === null ? (
          <NoAccounts signedIn={refresh !== null} refreshing={refreshing} />
        ) : (
          <ErrorNotice header="Could not read the accounts" error={error.toBody()} />
        ),
        noMatch: <EmptyState title="No account matches">Try another part of its name or ID.</EmptyState>,
      },
      sorting: {},
      pagination: { pageSize },
    },
  );
  const oldest = oldestPicture(accounts ?? []);

  return (
    <>
      <Title>Accounts</Title>
      <Table
        {...collectionProps}
        variant="full-page"
        stickyHeader
        wrapLines
        items={items}
        trackBy={({ connectionId, accountId }) => JSON.stringify([connectionId, accountId])}
        columnDefinitions={columns}
        loading={accounts === undefined && error === null}
        loadingText="Reading accounts"
        ariaLabels={{ tableLabel: 'Accounts' }}
        header={
          <Header
            variant="awsui-h1-sticky"
            counter={accounts === undefined ? '' : `(${formatNumber(accounts.length)})`}
            description="The Amazon Marketing Cloud accounts your connections lead to."
            info={oldest === null ? undefined : <AsOfBeside at={oldest} />}
            actions={
              <Button
                iconName="refresh"
                ariaLabel="Refresh"
                loading={refreshing}
                disabled={refresh === null}
                onClick={() => refresh?.()}
              />
            }
          >
            Accounts
          </Header>
        }
        filter={
          <div className="filters">
            <div className="filters-search">
              <TextFilter
                {...filterProps}
                filteringPlaceholder="Find by name or ID"
                filteringAriaLabel="Find accounts"
                countText={counted(filteredItemsCount ?? 0, 'match', 'matches')}
              />
            </div>
            {problemsOnly ? (
              <Token
                variant="inline"
                label="With trouble"
                dismissLabel="Show all accounts, not only those with trouble"
                onDismiss={() => goTo({ screen: 'accounts' })}
              />
            ) : null}
          </div>
        }
        pagination={<Pagination {...paginationProps} />}
      />
    </>
  );
}

/** Looks at all that a row shows in words. */
function matcher(connections: readonly Connection[]): (account: Account, text: string) => boolean {
  const labels = new Map(connections.map(({ connectionId, label }) => [connectionId, label]));
  return ({ name, accountId, marketplaceId, connectionId }, text) => {
    const shown = [name, accountId, marketplaceName(marketplaceId), labels.get(connectionId) ?? ''];
    return shown.join('\n').toLowerCase().includes(text.trim().toLowerCase());
  };
}

interface NoAccountsProps {
  readonly signedIn: boolean;
  readonly refreshing: boolean;
}

function NoAccounts({ signedIn, refreshing }: NoAccountsProps): ReactElement {
  if (refreshing)
    return <EmptyState title="Reading your accounts">Amazon is being asked right now.</EmptyState>;
  if (!signedIn) {
    return <EmptyState title="No accounts yet">Sign in to a connection to see its accounts.</EmptyState>;
  }
  return (
    <EmptyState title="No accounts">
      Amazon names no Marketing Cloud account to the Amazon user who signed in. Ask for access, or sign in as
      another user, then refresh.
    </EmptyState>
  );
}
