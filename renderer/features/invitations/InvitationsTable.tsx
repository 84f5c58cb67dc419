import Pagination from '@cloudscape-design/components/pagination';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Table from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useDeferredValue, useMemo, useState, type ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account';
import type { Invitation } from '../../../shared/domain/invitation';
import type { ChannelInput } from '../../../shared/ipc';
import { counted } from '../../components/formatTime';
import { refOf, useAccounts } from '../../queries/accounts';
import { useConnections } from '../../queries/connections';
import { useInvitations } from '../../queries/invitations';
import { useResults } from '../results/resultsContext';
import { invitationColumns } from './invitationColumns';
import { InvitationsEmpty } from './InvitationsEmpty';
import { InvitationsHeader } from './InvitationsHeader';
import { ResendDialog } from './ResendDialog';
import { RevokeDialog } from './RevokeDialog';
import { reachThrough, type ReachedInvitation } from './waysIn';

type Query = ChannelInput<'invitations.list'>;
type Sort = NonNullable<Query['sort']>;
type Shown = 'pending' | 'all';

/** Drawing takes most of the time of a keystroke, and it grows with the rows; more fit on few screens. */
const pageSize = 25;

/** Which part of the list is on screen. Any change but of the page itself begins again at the first page. */
interface View {
  readonly search: string;
  readonly shown: Shown;
  readonly sort: Sort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

const everybody = { search: '', shown: 'pending', page: 1 } as const;
/** In one account people look for what they have just done; over all of them, for what lapses next. */
const newestFirst: View = { ...everybody, sort: 'createdAt', descending: true };
const soonestFirst: View = { ...everybody, sort: 'expiresAt', descending: false };

/** A page of invitations, of one account or of all (null), to search, sort, choose from and act upon. */
export function InvitationsTable({ account }: { readonly account: Account | null }): ReactElement | null {
  const [view, setView] = useState(account === null ? soonestFirst : newestFirst);
  const [selected, setSelected] = useState<readonly Invitation[]>([]);
  const [dialog, setDialog] = useState<'revoke' | 'resend' | null>(null);
  const results = useResults();
  const { accounts } = useAccounts();
  const connections = useConnections();
  const { page, error } = useInvitations(useDeferredValue(queryOf(view, account)));

  const reach = useMemo(
    () => reachThrough(accounts ?? [], connections ?? [], account === null ? null : refOf(account)),
    [accounts, connections, account],
  );
  const columns = useMemo(() => {
    const link = (invitation: Invitation) => {
      const { realm, accountId } = invitation;
      const way =
        reach(invitation)?.ref ??
        accounts?.find((each) => each.realm === realm && each.accountId === accountId);
      return way === undefined ? null : refOf(way);
    };
    return invitationColumns({ accountOf: account === null ? link : null, showState: view.shown === 'all' });
  }, [account, accounts, reach, view.shown]);

  const items = page?.invitations ?? [];
  const chosen = stillPending(selected, items)
    .map(reach)
    .filter((reached): reached is ReachedInvitation => reached !== null);
  const readOnly = account?.canInvite === false;

  const change = (part: Partial<View>): void => {
    setView((now) => ({ ...now, page: 1, ...part }));
    // What is chosen must be in what is listed; other pages of the same list still are.
    if (part.page === undefined) setSelected([]);
  };
  const sent = (operationIds: readonly number[]): void => {
    setDialog(null);
    setSelected([]);
    results.show(operationIds);
  };

  // The stored copy answers in milliseconds; an empty table first would be drawn for longer than that.
  if (page === undefined && error === null) return null;

  return (
    <>
      <Table
        variant="full-page"
        stickyHeader
        wrapLines
        items={items}
        trackBy={keyOf}
        columnDefinitions={columns}
        sortingColumn={{ sortingField: view.sort }}
        sortingDescending={view.descending}
        onSortingChange={({ detail }) => {
          change({
            // Only columns named like main's sort fields have a sorting field (see invitationColumns).
            sort: detail.sortingColumn.sortingField as Sort,
            descending: detail.isDescending ?? false,
          });
        }}
        {...(readOnly ? {} : { selectionType: 'multi' as const })}
        selectedItems={chosen.map(({ invitation }) => invitation)}
        isItemDisabled={(invitation) => reach(invitation) === null}
        onSelectionChange={({ detail }) => {
          setSelected(detail.selectedItems);
        }}
        ariaLabels={{
          tableLabel: 'Invitations',
          selectionGroupLabel: 'Choose invitations',
          allItemsSelectionLabel: () => 'Choose all on this page',
          itemSelectionLabel: (_state, { userName, emailAddress }) => `Choose ${userName}, ${emailAddress}`,
        }}
        header={
          <InvitationsHeader
            account={account}
            total={page?.total}
            chosen={chosen.length}
            onResend={() => {
              setDialog('resend');
            }}
            onRevoke={() => {
              setDialog('revoke');
            }}
          />
        }
        filter={
          <div className="row">
            <div className="row-search">
              <TextFilter
                filteringText={view.search}
                filteringPlaceholder="Find by name, e-mail or inviter"
                filteringAriaLabel="Find invitations"
                countText={page === undefined ? '' : counted(page.total, 'match', 'matches')}
                onChange={({ detail }) => {
                  change({ search: detail.filteringText });
                }}
              />
            </div>
            <SegmentedControl
              label="State"
              selectedId={view.shown}
              options={[
                { id: 'pending', text: 'Pending' },
                { id: 'all', text: 'All' },
              ]}
              onChange={({ detail }) => {
                change({ shown: detail.selectedId === 'all' ? 'all' : 'pending' });
              }}
            />
          </div>
        }
        pagination={
          <Pagination
            currentPageIndex={view.page}
            pagesCount={Math.max(1, Math.ceil((page?.total ?? 0) / pageSize))}
            onChange={({ detail }) => {
              change({ page: detail.currentPageIndex });
            }}
          />
        }
        empty={<InvitationsEmpty account={account} searching={view.search !== ''} error={error} />}
      />
      {dialog === 'revoke' ? (
        <RevokeDialog
          chosen={chosen}
          onSent={sent}
          onCancel={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'resend' ? (
        <ResendDialog
          chosen={chosen}
          onSent={sent}
          onCancel={() => {
            setDialog(null);
          }}
        />
      ) : null}
    </>
  );
}

function queryOf({ search, shown, sort, descending, page }: View, account: Account | null): Query {
  return {
    ...(account === null ? {} : { accounts: [refOf(account)] }),
    ...(shown === 'pending' ? { states: ['pending'] } : {}),
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    sort,
    descending,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  };
}

const keyOf = ({ realm, accountId, invitationId }: Invitation): string =>
  JSON.stringify([realm, accountId, invitationId]);

/** The chosen ones as they are now, where this page shows them: a refresh may have brought news since. */
function stillPending(chosen: readonly Invitation[], items: readonly Invitation[]): readonly Invitation[] {
  const current = new Map(items.map((invitation) => [keyOf(invitation), invitation]));
  return chosen
    .map((invitation) => current.get(keyOf(invitation)) ?? invitation)
    .filter(({ state }) => state === 'pending');
}
