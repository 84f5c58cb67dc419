import Pagination from '@cloudscape-design/components/pagination';
import Table from '@cloudscape-design/components/table';
import { useDeferredValue, useMemo, type ReactElement } from 'react';
import type { Account } from '../../../shared/domain/account/account';
import { placeOf, type BatchPart } from '../../../shared/navigation/routes';
import { createLeftViews } from '../../navigation/leftViews';
import { usePagedView } from '../../navigation/usePagedView';
import { refOf, useAccounts } from '../../queries/accounts';
import { useListTable } from '../../components/table/useListTable';
import { useActivity } from '../../queries/activity';
import { useTeam } from '../../queries/team';
import { useListPreferences } from '../../queries/listPreferences';
import { activityColumns } from './activityColumns';
import { ActivityEmpty } from './ActivityEmpty';
import { ActivityFilters } from './ActivityFilters';
import { ActivityHeader } from './ActivityHeader';
import { filterOf, isNarrowed, wholeRecord, type View } from './activityView';
import { activityText } from './activityText';

const leftViews = createLeftViews<View>();

/** A page of the record, of one account or of all (null), to search, narrow and export. */
export function ActivityTable({
  account,
  batch,
}: {
  readonly account: Account | null;
  /** Where only what a batch led to is shown at first. */
  readonly batch: BatchPart | null;
}): ReactElement | null {
  const { accounts } = useAccounts();
  // As on the Invitations screen: drawing time grows with the rows, and few screens fit more.
  const setup = useListPreferences('activity', 25);
  const paged = usePagedView(leftViews, batch === null ? placeOf({ screen: 'activity', account }) : null, {
    initial: { ...wholeRecord, batch },
    ...setup,
  });
  const { view, change } = paged;
  const filter = filterOf(view, account === null ? null : refOf(account));
  const { page, error } = useActivity(useDeferredValue({ ...filter, ...paged.slice }));
  const columns = useMemo(
    () =>
      activityColumns({
        accountOf:
          account === null
            ? ({ realm, accountId }) =>
                accounts?.find((each) => each.realm === realm && each.accountId === accountId) ?? null
            : null,
        onActor: (actor) => change({ actor }),
      }),
    [account, accounts, change],
  );

  const team = useTeam();
  const hasColleagues =
    (team ?? null) !== null || page?.entries.some(({ colleague }) => colleague !== null) === true;
  const list = useListTable({ ...setup, columns, keyColumns: ['at'] });

  // The record answers in milliseconds; drawing an empty table first would take longer.
  if (page === undefined && error === null) return null;

  return (
    <Table
      {...list}
      variant="full-page"
      stickyHeader
      cellVerticalAlign="top"
      items={page?.entries ?? []}
      trackBy={({ activityId, colleague }) =>
        `${colleague === null ? '' : 'colleague '}${String(activityId)}`
      }
      ariaLabels={{ tableLabel: activityText.activity }}
      header={<ActivityHeader account={account} total={page?.total} filter={filter} />}
      filter={
        <ActivityFilters
          view={view}
          total={page?.total}
          origin={page?.entries[0]?.origin ?? null}
          hasColleagues={hasColleagues}
          onChange={change}
          onClear={() => change(wholeRecord)}
        />
      }
      pagination={<Pagination {...paged.paginationOf(page?.total)} />}
      empty={<ActivityEmpty narrowed={isNarrowed(view)} error={error} onClear={() => change(wholeRecord)} />}
    />
  );
}
