import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useMemo, useState, type ReactElement } from 'react';
import type { AccountGroup } from '../../../../shared/domain/account/labels';
import { accountKey } from '../../../../shared/util/accountKey';
import { SavedViewsMenu } from '../../../components/savedViews/SavedViewsMenu';
import { useListTable } from '../../../components/table/useListTable';
import { Title } from '../../../components/Title';
import { useAccounts, useSetFavourite } from '../../../queries/accounts';
import { useConnections } from '../../../queries/connections';
import { useListPreferences } from '../../../queries/listPreferences';
import { useSavedViews } from '../../../queries/savedViews';
import { withoutExplained } from '../../../queries/refresh/unreachable';
import { useRefreshScreen } from '../../../queries/refresh/useRefreshScreen';
import { useUnreachable } from '../../../queries/refresh/useUnreachable';
import { DeletedGroupNotice } from '../labels/DeletedGroupNotice';
import { ManageGroupsDialog } from '../labels/ManageGroupsDialog';
import { accountsText } from '../accountsText';
import { accountColumns } from './accountColumns';
import { accountRows, needsAttention, type AccountRow } from '../../../queries/accountRows';
import { AccountsEmpty } from './AccountsEmpty';
import { AccountsFilters } from './AccountsFilters';
import { AccountsHeader } from './AccountsHeader';
import { SelectedAccounts } from './SelectedAccounts';
import { useAccountLabeling } from './useAccountLabeling';
import { useAccountsCollection } from './useAccountsCollection';

interface AccountsPageProps {
  /** Whether only accounts are listed whose invitations couldn't be read. */
  readonly problemsOnly: boolean;
}

const none: readonly AccountRow[] = [];

/** Every account once, with its connections, what it is labeled with, and links to its invitations. */
export function AccountsPage({ problemsOnly }: AccountsPageProps): ReactElement {
  const { rows, connections, error } = useRows(problemsOnly);
  const accounts = rows ?? none;
  const setFavourite = useSetFavourite();
  const { refreshing, refresh } = useRefreshScreen({ screen: 'accounts' });
  const [managing, setManaging] = useState(false);
  const [deleted, setDeleted] = useState<AccountGroup | null>(null);
  const columns = useMemo(() => accountColumns({ connections, setFavourite }), [connections, setFavourite]);
  const setup = useListPreferences('accounts', 50);
  const list = useListTable({
    ...{ ...setup, columns, keyColumns: ['favourite', 'name'] },
    hasSelection: true,
  });
  const { items, collectionProps, shown, show, setFilter, matching, paginationProps } = useAccountsCollection(
    {
      ...{ accounts, connections, columns, problemsOnly },
      pageSize: setup.pageSize,
      empty: (filtered) => (
        <AccountsEmpty {...{ filtered, problemsOnly, error, refreshing }} signedIn={refresh !== null} />
      ),
    },
  );
  const { filter } = shown;
  const saved = useSavedViews({ ...{ list: 'accounts', shown, setup }, onPick: show });
  const labeling = useAccountLabeling({ items, matching });
  const onDeleted = (group: AccountGroup | null): void => {
    setDeleted(group);
    if (group !== null && filter.group === group.groupId) setFilter({ ...filter, group: null });
  };

  return (
    <div {...labeling.rows}>
      <Title>{accountsText.accounts}</Title>
      <Table
        {...collectionProps}
        {...list}
        {...labeling.table}
        variant="full-page"
        stickyHeader
        items={items}
        trackBy={accountKey}
        loading={rows === undefined && error === null}
        loadingText={accountsText.readingAccounts}
        ariaLabels={{ tableLabel: accountsText.accounts, ...labeling.labels }}
        header={
          <AccountsHeader
            accounts={rows}
            selected={labeling.selected}
            onEdit={labeling.edit}
            onManage={() => setManaging(true)}
            refreshing={refreshing}
            refresh={refresh}
          />
        }
        filter={
          <SpaceBetween size="xs">
            {deleted === null || managing ? null : (
              <DeletedGroupNotice group={deleted} onEnd={() => setDeleted(null)} />
            )}
            <AccountsFilters {...{ accounts, filter, setFilter, problemsOnly }} matches={matching.length}>
              <SavedViewsMenu {...saved} />
            </AccountsFilters>
            <SelectedAccounts count={labeling.selected.length} onClear={labeling.clear} />
          </SpaceBetween>
        }
        pagination={<Pagination {...paginationProps} />}
      />
      {labeling.overlays}
      {managing ? (
        <ManageGroupsDialog {...{ deleted, onDeleted }} onClose={() => setManaging(false)} />
      ) : null}
    </div>
  );
}

/** All accounts, or only those that need attention. Undefined until they are read. */
function useRows(problemsOnly: boolean) {
  const { accounts: all, error } = useAccounts();
  const unreachable = useUnreachable();
  const known = useConnections();
  const connections = useMemo(() => known ?? [], [known]);
  const rows = useMemo(() => {
    if (all === undefined) return undefined;
    const each = accountRows(withoutExplained(all, unreachable), connections);
    return problemsOnly ? each.filter(needsAttention) : each;
  }, [all, unreachable, connections, problemsOnly]);
  return { rows, connections, error };
}
