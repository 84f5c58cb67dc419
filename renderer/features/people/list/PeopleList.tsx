import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import { memberPersonKey, type MemberPerson } from '../../../../shared/domain/person/memberPerson';
import { placeOf } from '../../../../shared/navigation/routes';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { SavedViewsMenu } from '../../../components/savedViews/SavedViewsMenu';
import { useRowMenu } from '../../../components/menu/useRowMenu';
import { useListTable } from '../../../components/table/useListTable';
import { createLeftViews, useLeftView } from '../../../navigation/leftViews';
import { useListPreferences } from '../../../queries/listPreferences';
import { useSavedViews } from '../../../queries/savedViews';
import { usePeople, type PeopleQuery } from '../../../queries/people';
import { MembersProgress } from '../../members/MembersProgress';
import { everybody, isNarrowed, queryOf, type PeopleFilter } from '../peopleFilter';
import { PeopleFilters } from '../PeopleFilters';
import { peopleColumns } from './peopleColumns';
import { useReadAtFirst } from './useReadAtFirst';
import { PeopleCoverageNotice } from './PeopleCoverageNotice';
import { PeopleEmpty } from './PeopleEmpty';
import { PersonMenu } from './PersonMenu';
import { PeopleHeader } from './PeopleHeader';
import { peopleListText } from './peopleListText';

type Sort = NonNullable<PeopleQuery['sort']>;

interface View {
  readonly filter: PeopleFilter;
  readonly sort: Sort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

const atFirst: View = { filter: everybody, sort: 'maskedEmail', descending: false, page: 1 };

const leftViews = createLeftViews<View>();

/** A page of everybody with access, to search, filter and sort. */
export function PeopleList(): ReactElement | null {
  const [view, setView] = useLeftView(leftViews, placeOf({ screen: 'people' }), atFirst);
  const setup = useListPreferences('people', 50);
  const { pageSize } = setup;
  const list = useListTable({ ...setup, columns: peopleColumns, keyColumns: ['maskedEmail'] });
  const { filter, sort, descending, page } = view;
  const query = { ...queryOf(filter), sort, descending };
  const saved = useSavedViews({
    ...{ list: 'people', shown: { filter, sort, descending }, setup },
    onPick: (picked) => setView({ ...picked, page: 1 }),
  });
  const { page: shown, error } = usePeople({ ...query, limit: pageSize, offset: (page - 1) * pageSize });
  const { opened, close, onRowContextMenu } = useRowMenu<MemberPerson>();
  const reading = useReadAtFirst(shown?.coverage);
  if (error !== null) return <ErrorNotice header={peopleListText.readFailed} error={error.toBody()} />;
  // The stored data answers in milliseconds; drawing an empty table first would take longer.
  if (shown === undefined) return null;
  const { people, total, coverage } = shown;
  // People who left may have emptied the last page.
  const pagesCount = Math.max(1, Math.ceil(total / pageSize));
  if (page > pagesCount) setView({ ...view, page: pagesCount });

  return (
    <>
      <Table
        {...list}
        onRowContextMenu={onRowContextMenu}
        variant="full-page"
        stickyHeader
        items={people}
        trackBy={memberPersonKey}
        sortingColumn={{ sortingField: sort }}
        sortingDescending={descending}
        onSortingChange={({ detail }) => {
          // The columns' sorting fields are named like main's (see peopleColumns).
          const by = detail.sortingColumn.sortingField as Sort;
          setView({ filter, sort: by, descending: detail.isDescending ?? false, page: 1 });
        }}
        ariaLabels={{ tableLabel: peopleListText.people }}
        header={<PeopleHeader total={total} query={query} coverage={coverage} {...reading} />}
        filter={
          <SpaceBetween size="xs">
            <PeopleCoverageNotice coverage={coverage} />
            <PeopleFilters
              filter={filter}
              total={total}
              setFilter={(next) => setView({ ...view, filter: next, page: 1 })}
            >
              <SavedViewsMenu {...saved} />
            </PeopleFilters>
            <MembersProgress />
          </SpaceBetween>
        }
        pagination={
          <Pagination
            currentPageIndex={page}
            pagesCount={pagesCount}
            onChange={({ detail }) => setView({ ...view, page: detail.currentPageIndex })}
          />
        }
        empty={
          <PeopleEmpty
            coverage={coverage}
            {...reading}
            showAll={isNarrowed(filter) ? () => setView({ ...view, filter: everybody }) : null}
          />
        }
      />
      {opened === null ? null : <PersonMenu row={opened} onClose={close} />}
    </>
  );
}
