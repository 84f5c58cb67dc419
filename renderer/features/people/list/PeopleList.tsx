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
import { createLeftViews } from '../../../navigation/leftViews';
import { sortingOf, usePagedView, type Sorted } from '../../../navigation/usePagedView';
import { useListPreferences } from '../../../queries/listPreferences';
import { useSavedViews } from '../../../queries/savedViews';
import { usePeople, type PeopleQuery } from '../../../queries/people';
import { ErasedByColleagues } from '../erasing/ErasedByColleagues';
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

interface View extends Sorted {
  readonly filter: PeopleFilter;
  readonly sort: Sort;
}

const atFirst: View = { filter: everybody, sort: 'maskedEmail', descending: false, page: 1 };

const leftViews = createLeftViews<View>();

/** A page of everybody with access, to search, filter and sort. */
export function PeopleList(): ReactElement | null {
  const setup = useListPreferences('people', 50);
  const paged = usePagedView(leftViews, placeOf({ screen: 'people' }), { initial: atFirst, ...setup });
  const { view, change } = paged;
  const list = useListTable({ ...setup, columns: peopleColumns, keyColumns: ['maskedEmail'] });
  const { filter, sort, descending } = view;
  const query = { ...queryOf(filter), sort, descending };
  const saved = useSavedViews({
    ...{ list: 'people', shown: { filter, sort, descending }, setup },
    onPick: change,
  });
  const { page: shown, error } = usePeople({ ...query, ...paged.slice });
  const { opened, close, onRowContextMenu } = useRowMenu<MemberPerson>();
  const reading = useReadAtFirst(shown?.coverage);
  if (error !== null) return <ErrorNotice header={peopleListText.readFailed} error={error.toBody()} />;
  // The stored data answers in milliseconds; drawing an empty table first would take longer.
  if (shown === undefined) return null;
  const { people, total, coverage } = shown;

  return (
    <>
      <Table
        {...list}
        onRowContextMenu={onRowContextMenu}
        variant="full-page"
        stickyHeader
        items={people}
        trackBy={memberPersonKey}
        {...sortingOf(paged)}
        ariaLabels={{ tableLabel: peopleListText.people }}
        header={<PeopleHeader total={total} query={query} coverage={coverage} {...reading} />}
        filter={
          <SpaceBetween size="xs">
            <PeopleCoverageNotice coverage={coverage} />
            <ErasedByColleagues />
            <PeopleFilters filter={filter} total={total} setFilter={(next) => change({ filter: next })}>
              <SavedViewsMenu {...saved} />
            </PeopleFilters>
            <MembersProgress />
          </SpaceBetween>
        }
        pagination={<Pagination {...paged.paginationOf(total)} />}
        empty={
          <PeopleEmpty
            coverage={coverage}
            {...reading}
            showAll={isNarrowed(filter) ? () => change({ filter: everybody }) : null}
          />
        }
      />
      {opened === null ? null : <PersonMenu row={opened} onClose={close} />}
    </>
  );
}
