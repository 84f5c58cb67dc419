import Box from '@cloudscape-design/components/box';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMemo, type ReactElement } from 'react';
import type { ChannelOutput } from '../../../../shared/bridge/ipc';
import { isAccountFound, type MatrixAccount } from '../../../../shared/domain/person/matrix';
import { placeOf } from '../../../../shared/navigation/routes';
import { ErrorNotice } from '../../../components/ErrorNotice';
import { Title } from '../../../components/Title';
import { createLeftViews, useLeftView } from '../../../navigation/leftViews';
import { useMatrixAccounts } from '../../../queries/matrix';
import { usePeople } from '../../../queries/people';
import { PeopleCoverageNotice } from '../list/PeopleCoverageNotice';
import { PeopleEmpty } from '../list/PeopleEmpty';
import { useReadAtFirst } from '../list/useReadAtFirst';
import { MatrixBody } from './MatrixBody';
import { MatrixFilters } from './MatrixFilters';
import { MatrixHeading } from './MatrixHeading';
import { matrixText } from './matrixText';
import { isFiltered, peopleOfView, peopleOnPage, wholeMatrix, type MatrixView } from './matrixView';
import { NoAccounts } from './NoAccounts';

const leftViews = createLeftViews<MatrixView>();

/** Who has which access to which account. */
export const MatrixPage = (): ReactElement => (
  <>
    <Title>{matrixText.title}</Title>
    <Matrix />
  </>
);

/** The matrix as it was left; nothing until the stored data is read, which takes milliseconds. */
function Matrix(): ReactElement | null {
  const [view, setView] = useLeftView(leftViews, placeOf({ screen: 'matrix' }), wholeMatrix);
  const people = usePeople({
    ...peopleOfView(view),
    ...{ limit: peopleOnPage, offset: (view.page - 1) * peopleOnPage },
  });
  const { accounts, error } = useMatrixAccounts();
  const failure = people.error ?? error;
  if (failure !== null) return <ErrorNotice header={matrixText.readFailed} error={failure.toBody()} />;
  if (people.page === undefined || accounts === undefined) return null;
  return <MatrixContent view={view} setView={setView} page={people.page} accounts={accounts} />;
}

interface MatrixContentProps {
  readonly view: MatrixView;
  readonly setView: (view: MatrixView) => void;
  readonly page: ChannelOutput<'people.list'>;
  readonly accounts: readonly MatrixAccount[];
}

function MatrixContent({ view, setView, page, accounts }: MatrixContentProps): ReactElement {
  const { people, total, coverage } = page;
  const { accountSearch, filter } = view;
  const shown = useMemo(() => {
    const groups = filter.group === null ? undefined : [filter.group];
    return accounts.filter((account) => isAccountFound(account, { search: accountSearch, groups }));
  }, [accounts, accountSearch, filter.group]);
  const reading = useReadAtFirst(coverage);
  const pagesCount = Math.max(1, Math.ceil(total / peopleOnPage));
  // People who left may have emptied the last page.
  if (view.page > pagesCount) setView({ ...view, page: pagesCount });
  return (
    <ContentLayout header={<MatrixHeading view={view} total={total} coverage={coverage} {...reading} />}>
      <SpaceBetween size="xs">
        <PeopleCoverageNotice coverage={coverage} />
        <MatrixFilters view={view} setView={setView} people={total} accounts={shown.length} />
        {people.length === 0 ? (
          <PeopleEmpty
            coverage={coverage}
            {...reading}
            showAll={isFiltered(view) ? () => setView(wholeMatrix) : null}
          />
        ) : shown.length === 0 ? (
          <NoAccounts showAll={() => setView({ ...view, accountSearch: '' })} />
        ) : (
          <MatrixBody people={people} accounts={shown} />
        )}
        {pagesCount === 1 ? null : (
          <Pagination
            currentPageIndex={view.page}
            pagesCount={pagesCount}
            onChange={({ detail }) => setView({ ...view, page: detail.currentPageIndex })}
          />
        )}
        <Box variant="small">{matrixText.legend}</Box>
      </SpaceBetween>
    </ContentLayout>
  );
}
