import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useMemo, type ReactElement } from 'react';
import { placeOf } from '../../../shared/navigation/routes';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useRowMenu } from '../../components/menu/useRowMenu';
import { useListTable } from '../../components/table/useListTable';
import { createLeftViews, useLeftView } from '../../navigation/leftViews';
import { useListPreferences } from '../../queries/listPreferences';
import { useTaskList, useTrackInstances, useWork, useWorkCounts } from '../../queries/instanceWork';
import { instancesText } from './instancesText';
import './instances.css';
import { TaskNotices } from './TaskNotices';
import { TickNotice } from './TickNotice';
import { useWorkActions } from './useWorkActions';
import { useWorkSelection } from './useWorkSelection';
import { workColumns } from './workColumns';
import { WorkEmpty } from './WorkEmpty';
import { WorkFilters, type WorkFilter } from './WorkFilters';
import { WorkHeader } from './WorkHeader';
import { WorkMenu } from './WorkMenu';
import { workRows, type WorkRow } from './workRows';

interface View extends WorkFilter {
  /** From 1. */
  readonly page: number;
}

const atFirst: View = { state: 'waiting', search: '', page: 1 };

const leftViews = createLeftViews<View>();

const noRows: readonly WorkRow[] = [];

/** Those who accepted, by account: whom to add to which instance, and who was. */
export function WorkList(): ReactElement | null {
  const [view, setView] = useLeftView(leftViews, placeOf({ screen: 'instances' }), atFirst);
  const setup = useListPreferences('instances', 50);
  const { pageSize } = setup;
  const { page, error } = useWork({
    ...(view.state === null ? {} : { states: [view.state] }),
    ...{ search: view.search, limit: pageSize, offset: (view.page - 1) * pageSize },
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
  // People who were ticked off may have emptied the last page.
  const pagesCount = Math.max(1, Math.ceil(page.total / pageSize));
  if (view.page > pagesCount) setView({ ...view, page: pagesCount });
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
                setView({ ...filter, page: 1 });
              }}
              total={page.total}
              counts={counts}
              selected={people.length}
              onClear={selection.clear}
              onTrackAll={() => track('all')}
            />
          </SpaceBetween>
        }
        pagination={
          <Pagination
            currentPageIndex={view.page}
            pagesCount={pagesCount}
            onChange={({ detail }) => setView({ ...view, page: detail.currentPageIndex })}
          />
        }
        empty={<WorkEmpty showAll={isNarrowed ? () => setView(atFirst) : null} />}
      />
      {menu.opened === null ? null : (
        <WorkMenu row={menu.opened} actions={work.actions} onClose={menu.close} />
      )}
      {work.dialogs}
    </div>
  );
}
