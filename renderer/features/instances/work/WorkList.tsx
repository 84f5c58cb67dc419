import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useMemo, type ReactElement } from 'react';
import { placeOf } from '../../../../shared/navigation/routes';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useRowMenu } from '../../../components/menu/useRowMenu';
import { useListTable } from '../../../components/table/useListTable';
import { createLeftViews } from '../../../navigation/leftViews';
import { usePagedView, type Paged } from '../../../navigation/usePagedView';
import { useListPreferences } from '../../../queries/listPreferences';
import { useTaskList, useTrackInstances, useWork, useWorkCounts } from '../../../queries/instanceWork';
import { instancesText } from '../instancesText';
import '../instances.css';
import { TaskNotices } from '../TaskNotices';
import { TickNotice } from '../ticking/TickNotice';
import { useWorkActions } from './useWorkActions';
import { useWorkSelection } from './useWorkSelection';
import { workColumns } from './workColumns';
import { WorkEmpty } from './WorkEmpty';
import { WorkFilters, type WorkFilter } from './WorkFilters';
import { WorkHeader } from './WorkHeader';
import { WorkMenu } from './WorkMenu';
import { workRows, type WorkRow } from './workRows';

type View = WorkFilter & Paged;

const atFirst: View = { state: 'waiting', search: '', page: 1 };

const leftViews = createLeftViews<View>();

const noRows: readonly WorkRow[] = [];

/** Those who accepted, by account: whom to add to which instance, and who was. */
export function WorkList(): ReactElement | null {
  const setup = useListPreferences('instances', 50);
  const place = placeOf({ screen: 'instances' });
  const paged = usePagedView(leftViews, place, { initial: atFirst, ...setup });
  const { view, change } = paged;
  const { page, error } = useWork({
    ...(view.state === null ? {} : { states: [view.state] }),
    ...{ search: view.search, ...paged.slice },
  });
  const counts = useWorkCounts();
  const rows = useMemo(() => (page === undefined ? noRows : workRows(page)), [page]);
  const selection = useWorkSelection(rows);
  const { people } = selection;
  const work = useWorkActions();
  const menu = useRowMenu<WorkRow>();
  const track = useTrackInstances();
  const tasks = useTaskList();
  const columns = useMemo(() => workColumns(work.actions), [work.actions]);
  const list = useListTable({ ...setup, columns, keyColumns: ['person'], hasSelection: true });
  if (error !== null) return <ErrorNotice header={instancesText.readFailed} error={error.toBody()} />;
  // The stored data answers in milliseconds; drawing an empty table first would take longer.
  if (page === undefined) return null;
  const isNarrowed = view.search !== '' || view.state !== 'waiting';
  return (
    <div {...selection.rows}>
      <Table
        {...list}
        variant="full-page"
        stickyHeader
        cellVerticalAlign="top"
        items={rows}
        onRowContextMenu={menu.onRowContextMenu}
        trackBy="key"
        selectionType="multi"
        selectedItems={selection.shown}
        onSelectionChange={({ detail }) => selection.select(detail.selectedItems)}
        ariaLabels={{
          tableLabel: instancesText.title,
          selectionGroupLabel: instancesText.title,
          allItemsSelectionLabel: () => instancesText.title,
          itemSelectionLabel: (_, row) => (row.kind === 'account' ? row.name : row.work.emailAddress),
        }}
        header={
          <WorkHeader
            total={page.total}
            canExport={(counts?.waiting ?? 0) + (counts?.has ?? 0) > 0}
            tasks={tasks}
            selected={people.length}
            isTicking={work.isRunning}
            onTickOff={() => work.tickOffSelected(people, selection.clear)}
          />
        }
        filter={
          <SpaceBetween size="xs">
            <TickNotice {...work.notice} />
            <TaskNotices tasks={tasks} />
            <WorkFilters
              filter={view}
              setFilter={(filter) => {
                selection.clear();
                change({ ...filter, page: 1 });
              }}
              total={page.total}
              counts={counts}
              selected={people.length}
              onClear={selection.clear}
              onTrackAll={() => track('all')}
            />
          </SpaceBetween>
        }
        pagination={<Pagination {...paged.paginationOf(page.total)} />}
        empty={<WorkEmpty showAll={isNarrowed ? () => change(atFirst) : null} />}
      />
      {menu.opened === null ? null : (
        <WorkMenu row={menu.opened} actions={work.actions} onClose={menu.close} />
      )}
      {work.dialogs}
    </div>
  );
}
