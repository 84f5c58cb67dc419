import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import Token from '@cloudscape-design/components/token';
import { useMemo, type ReactElement } from 'react';
import { formatNumber } from '../../../shared/text/formats';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNotice } from '../../components/ErrorNotice';
import { counted } from '../../components/text/formatTime';
import { useListTable } from '../../components/table/useListTable';
import { AsOfBeside } from '../../components/Times';
import { Title } from '../../components/Title';
import { useAccounts, useSetFavourite } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { useListPreferences } from '../../queries/listPreferences';
import { oldestPicture } from '../../queries/refresh/copyAge';
import { withoutExplained } from '../../queries/refresh/unreachable';
import { useRefreshScreen } from '../../queries/refresh/useRefreshScreen';
import { useUnreachable } from '../../queries/refresh/useUnreachable';
import { goTo } from '../../navigation/useRoute';
import { accountColumns } from './accountColumns';
import { accountsText } from './accountsText';
import { useAccountsCollection } from './useAccountsCollection';
import { accountRefKey } from '../../../shared/util/accountKey';

interface AccountsPageProps {
  /** Whether only accounts are listed whose invitations couldn't be read. */
  readonly problemsOnly: boolean;
}

/** Every account of every connection, with links to its invitations. */
export function AccountsPage({ problemsOnly }: AccountsPageProps): ReactElement {
  const { accounts: all, error } = useAccounts();
  const unreachable = useUnreachable();
  const known = all === undefined ? undefined : withoutExplained(all, unreachable);
  const accounts = problemsOnly ? known?.filter(({ trouble }) => trouble !== null) : known;
  const connections = useConnections();
  const setFavourite = useSetFavourite();
  const { refreshing, refresh } = useRefreshScreen({ screen: 'accounts' });
  const columns = useMemo(
    () => accountColumns({ connections: connections ?? [], setFavourite }),
    [connections, setFavourite],
  );
  const setup = useListPreferences('accounts', 50);
  const list = useListTable({ ...setup, columns, keyColumns: ['favourite', 'name'] });
  const { items, collectionProps, filterProps, filteredItemsCount, paginationProps } = useAccountsCollection({
    ...{ accounts: accounts ?? [], connections: connections ?? [], columns, problemsOnly },
    pageSize: setup.pageSize,
    empty: problemsOnly ? (
      <EmptyState title={accountsText.noProblemsTitle}>{accountsText.noProblemsBody}</EmptyState>
    ) : error === null ? (
      <NoAccounts signedIn={refresh !== null} refreshing={refreshing} />
    ) : (
      <ErrorNotice header={accountsText.readFailed} error={error.toBody()} />
    ),
  });
  const oldest = oldestPicture(accounts ?? []);

  return (
    <>
      <Title>{accountsText.accounts}</Title>
      <Table
        {...collectionProps}
        {...list}
        variant="full-page"
        stickyHeader
        items={items}
        trackBy={accountRefKey}
        loading={accounts === undefined && error === null}
        loadingText={accountsText.readingAccounts}
        ariaLabels={{ tableLabel: accountsText.accounts }}
        header={
          <Header
            variant="awsui-h1-sticky"
            counter={accounts === undefined ? '' : `(${formatNumber(accounts.length)})`}
            description={accountsText.accountsIntro}
            info={oldest === null ? undefined : <AsOfBeside at={oldest} />}
            actions={
              <Button
                iconName="refresh"
                ariaLabel={accountsText.refresh}
                loading={refreshing}
                disabled={refresh === null}
                onClick={() => refresh?.()}
              />
            }
          >
            {accountsText.accounts}
          </Header>
        }
        filter={
          <div className="filters">
            <div className="filters-search">
              <TextFilter
                {...filterProps}
                filteringPlaceholder={accountsText.findPlaceholder}
                filteringAriaLabel={accountsText.findAccounts}
                countText={counted(filteredItemsCount ?? 0, 'match', 'matches')}
              />
            </div>
            {problemsOnly ? (
              <Token
                variant="inline"
                label={accountsText.problemsOnly}
                dismissLabel={accountsText.showAllAccounts}
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

interface NoAccountsProps {
  readonly signedIn: boolean;
  readonly refreshing: boolean;
}

function NoAccounts({ signedIn, refreshing }: NoAccountsProps): ReactElement {
  if (refreshing)
    return <EmptyState title={accountsText.readingTitle}>{accountsText.readingBody}</EmptyState>;
  if (!signedIn) {
    return <EmptyState title={accountsText.notSignedInTitle}>{accountsText.notSignedInBody}</EmptyState>;
  }
  return <EmptyState title={accountsText.noAccountsTitle}>{accountsText.noAccountsBody}</EmptyState>;
}
