import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import type { DirectoryFile } from '../../../../shared/domain/person/directory';
import { memberPersonKey } from '../../../../shared/domain/person/memberPerson';
import { placeOf } from '../../../../shared/navigation/routes';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { useListTable } from '../../../components/table/useListTable';
import { createLeftViews } from '../../../navigation/leftViews';
import { usePagedView, type Paged, type PagedView, type Pages } from '../../../navigation/usePagedView';
import { useImportDirectory, type DirectoryImport } from '../../../queries/directory';
import { useListPreferences, type ListSetup } from '../../../queries/listPreferences';
import { useOrphans } from '../../../queries/people';
import { MembersProgress } from '../../members/MembersProgress';
import { FirstDirectory } from './FirstDirectory';
import { orphanColumns } from './orphanColumns';
import { OrphansEmpty } from './OrphansEmpty';
import { OrphansHeader } from './OrphansHeader';
import { OrphansNotices } from './OrphansNotices';
import { orphansText } from './orphansText';
import { OwnDomains } from './OwnDomains';

interface View extends Paged {
  /** Hides people at domains that the file doesn't have. */
  readonly ownDomains: boolean;
}

const atFirst: View = { ownDomains: true, page: 1 };

const leftViews = createLeftViews<View>();

/** A page of those with access who aren't in the directory file; without a file, what one is for. */
export function OrphansList(): ReactElement | null {
  const setup = useListPreferences('orphans', 50);
  const paged = usePagedView(leftViews, placeOf({ screen: 'orphans' }), { initial: atFirst, ...setup });
  const importing = useImportDirectory();
  const { ownDomains } = paged.view;
  const { page: shown, error } = useOrphans({ ownDomains, ...paged.slice });
  if (error !== null) return <ErrorNotice header={orphansText.readFailed} error={error.toBody()} />;
  // The stored data answers in milliseconds; drawing an empty table first would take longer.
  if (shown === undefined) return null;
  const { file } = shown;
  if (file === null) return <FirstDirectory importing={importing} />;
  return (
    <OrphansTable
      setup={setup}
      importing={importing}
      shown={shown}
      file={file}
      paged={paged}
      pages={paged.paginationOf(shown.total)}
    />
  );
}

interface OrphansTableProps {
  readonly setup: ListSetup;
  readonly importing: DirectoryImport;
  readonly shown: ChannelOutput<'people.orphans'>;
  readonly file: DirectoryFile;
  readonly paged: PagedView<View>;
  readonly pages: Pages;
}

function OrphansTable(props: OrphansTableProps): ReactElement {
  const { setup, importing, shown, file, paged, pages } = props;
  const { view, change } = paged;
  const list = useListTable({ ...setup, columns: orphanColumns, keyColumns: ['person'] });
  const { orphans, total, coverage, otherDomains } = shown;
  const showDomains = (ownDomains: boolean): void => change({ ownDomains });
  return (
    <Table
      {...list}
      variant="full-page"
      stickyHeader
      items={orphans}
      trackBy={memberPersonKey}
      ariaLabels={{ tableLabel: orphansText.title }}
      header={
        <SpaceBetween size="xs">
          <OrphansHeader total={total} coverage={coverage} file={file} importing={importing} />
          <OrphansNotices shown={shown} file={file} importing={importing} />
        </SpaceBetween>
      }
      filter={
        <SpaceBetween size="xs">
          <OwnDomains checked={view.ownDomains} otherDomains={otherDomains} onChange={showDomains} />
          <MembersProgress />
        </SpaceBetween>
      }
      pagination={<Pagination {...pages} />}
      empty={
        <OrphansEmpty
          coverage={coverage}
          hidden={view.ownDomains ? otherDomains : 0}
          showAll={() => showDomains(false)}
        />
      }
    />
  );
}
