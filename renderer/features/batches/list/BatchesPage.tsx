import { useCollection } from '@cloudscape-design/collection-hooks';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import Toggle from '@cloudscape-design/components/toggle';
import { useState, type ReactElement } from 'react';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { formatNumber } from '../../../../shared/text/formats';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useRowMenu } from '../../../components/menu/useRowMenu';
import { useListTable } from '../../../components/table/useListTable';
import { Title } from '../../../components/Title';
import { useBatches, useCreateBatch, useSaveTemplate } from '../../../queries/batches';
import { useOutboxStatus } from '../../../queries/outbox';
import { useUnreachable } from '../../../queries/refresh/useUnreachable';
import { unreachableText } from '../../../components/text/unreachableText';
import { useListPreferences } from '../../../queries/listPreferences';
import { createLeftViews, useKeeping, useViewAsLeft } from '../../../navigation/leftViews';
import { goTo } from '../../../navigation/useRoute';
import { BatchMenu } from './BatchMenu';
import { batchTableColumns } from './batchTableColumns';
import { RenameDialog } from '../editor/RenameDialog';
import { useBatchActions } from '../editor/useBatchActions';
import { listText } from './listText';

const leftViews = createLeftViews<{ readonly archivedToo: boolean; readonly page: number }>();

/** Every batch with its progress, and links to its rows. */
export function BatchesPage(): ReactElement {
  const { batches, error } = useBatches();
  const left = useViewAsLeft(leftViews, '', { archivedToo: false, page: 1 });
  const [archivedToo, setArchivedToo] = useState(left.archivedToo);
  const [renaming, setRenaming] = useState<Batch | null>(null);
  const act = useBatchActions(setRenaming);
  const template = useSaveTemplate();
  const waitsFor = useWaitsFor();
  const { opened, close, onRowContextMenu } = useRowMenu<Batch>();
  const archived = batches?.filter((batch) => batch.archived).length ?? 0;
  const shown = batches?.filter((batch) => archivedToo || !batch.archived) ?? [];
  const setup = useListPreferences('batches', 50);
  const { items, collectionProps, paginationProps } = useCollection(shown, {
    pagination: { pageSize: setup.pageSize, defaultPage: left.page },
  });
  useKeeping(leftViews, '', { archivedToo, page: paginationProps.currentPageIndex });
  const list = useListTable({
    ...setup,
    columns: batchTableColumns(shown, act, waitsFor),
    keyColumns: ['name', 'actions'],
  });
  return (
    <>
      <Title>{listText.batches}</Title>
      <Table
        {...collectionProps}
        {...list}
        variant="full-page"
        stickyHeader
        items={items}
        trackBy="batchId"
        onRowContextMenu={onRowContextMenu}
        loading={batches === undefined && error === null}
        loadingText={listText.readingBatches}
        ariaLabels={{ tableLabel: listText.batches }}
        empty={
          error === null ? (
            <EmptyState
              title={archived > 0 ? listText.allArchivedTitle : listText.noBatchesTitle}
              action={<NewBatch primary={false} />}
            >
              {listText.noBatchesBody}
            </EmptyState>
          ) : (
            <ErrorNotice header={listText.readFailed} error={error.toBody()} />
          )
        }
        header={
          <Header
            variant="awsui-h1-sticky"
            counter={batches === undefined ? '' : `(${formatNumber(shown.length)})`}
            description={listText.description}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <ButtonDropdown
                  loading={template.isPending}
                  items={[
                    { id: 'xlsx', text: listText.excelWorkbook },
                    { id: 'csv', text: listText.csv },
                  ]}
                  onItemClick={({ detail }) =>
                    template.mutate({ format: detail.id === 'csv' ? 'csv' : 'xlsx' })
                  }
                >
                  {listText.template}
                </ButtonDropdown>
                <NewBatch primary />
              </SpaceBetween>
            }
          >
            {listText.batches}
          </Header>
        }
        pagination={<Pagination {...paginationProps} />}
        filter={
          archived === 0 ? undefined : (
            <Toggle checked={archivedToo} onChange={({ detail }) => setArchivedToo(detail.checked)}>
              {listText.showArchived(formatNumber(archived))}
            </Toggle>
          )
        }
      />
      {opened === null ? null : <BatchMenu row={opened} act={act} onClose={close} />}
      {renaming === null ? null : <RenameDialog batch={renaming} onClose={() => setRenaming(null)} />}
    </>
  );
}

function NewBatch({ primary }: { readonly primary: boolean }): ReactElement {
  const { mutate, isPending } = useCreateBatch();
  return (
    <Button
      variant={primary ? 'primary' : 'normal'}
      loading={isPending}
      onClick={() =>
        mutate({}, { onSuccess: ({ batch }) => goTo({ screen: 'batch', batchId: batch.batchId }) })
      }
    >
      {listText.newBatch}
    </Button>
  );
}

/** What every queued row waits for; null if some may go out, or are held back by a person. */
function useWaitsFor(): string | null {
  const unreachable = useUnreachable();
  const runs = useOutboxStatus()?.runs ?? [];
  const isHeldBack = runs.some(
    ({ paused, startsAt, counts }) => counts.queued > 0 && (paused || startsAt !== null),
  );
  return unreachable?.labels.length === 0 && !isHeldBack ? unreachableText.goesOutThere : null;
}
