import Box from '@cloudscape-design/components/box';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useState, type ReactElement } from 'react';
import type { SharableAccount } from '../../../../shared/domain/team/sharableAccount';
import { formatNumber } from '../../../../shared/text/formats';
import { toSearchText } from '../../../../shared/text/searchText';
import { accountKey } from '../../../../shared/util/accountKey';
import { teamText } from './teamText';

interface SharingTableProps {
  readonly accounts: readonly SharableAccount[];
  readonly isReading: boolean;
  /** Whether it is known what colleagues share. */
  readonly areSharersKnown: boolean;
  readonly isSelected: (account: SharableAccount) => boolean;
  /** Called with the accounts of the page, by key, and whether each is selected now. */
  readonly onSelect: (selection: readonly (readonly [string, boolean])[]) => void;
}

/** Accounts a page: a dialog with more would be long. */
const pageSize = 20;

/** The accounts, found by name or connection, with what sharing each would share. */
export function SharingTable(props: SharingTableProps): ReactElement {
  const { accounts, isReading, areSharersKnown, isSelected, onSelect } = props;
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const wanted = toSearchText(search);
  const found = accounts.filter(({ name, connections }) =>
    [name, ...connections].some((text) => toSearchText(text).includes(wanted)),
  );
  const items = found.slice((page - 1) * pageSize, page * pageSize);
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  return (
    <Table
      variant="embedded"
      wrapLines
      selectionType="multi"
      trackBy={accountKey}
      items={items}
      selectedItems={items.filter(isSelected)}
      onSelectionChange={({ detail }) => {
        const selected = new Set(detail.selectedItems.map(accountKey));
        onSelect(items.map((item) => [accountKey(item), selected.has(accountKey(item))]));
      }}
      loading={isReading}
      loadingText={teamText.reading}
      ariaLabels={{
        tableLabel: teamText.sharing,
        selectionGroupLabel: teamText.selection,
        allItemsSelectionLabel: () => teamText.selectAll,
        itemSelectionLabel: (_, { name }) => teamText.selectAccount(name),
      }}
      columnDefinitions={[
        ...columns,
        {
          id: 'sharedBy',
          header: teamText.sharedBy,
          cell: ({ sharedBy }) =>
            sharedBy ?? (areSharersKnown ? teamText.sharedByNobody : teamText.sharedByUnknown),
        },
      ]}
      filter={
        <TextFilter
          filteringText={search}
          filteringPlaceholder={teamText.findAccount}
          filteringAriaLabel={teamText.findAccount}
          onChange={({ detail }) => {
            setSearch(detail.filteringText);
            setPage(1);
          }}
        />
      }
      pagination={
        pages === 1 ? null : (
          <Pagination
            currentPageIndex={page}
            pagesCount={pages}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )
      }
      empty={accounts.length === 0 ? teamText.noAccounts : teamText.noMatch}
    />
  );
}

const columns: readonly TableProps.ColumnDefinition<SharableAccount>[] = [
  {
    id: 'account',
    header: teamText.account,
    isRowHeader: true,
    cell: ({ name, connections }) => (
      <>
        <span className="breaks-anywhere">{name}</span>
        <Box variant="small" display="block">
          {connections.join(', ')}
        </Box>
      </>
    ),
  },
  {
    id: 'invitations',
    header: teamText.invitations,
    cell: ({ invitations }) => formatNumber(invitations),
  },
  { id: 'members', header: teamText.members, cell: ({ members }) => formatNumber(members) },
];
