import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Table from '@cloudscape-design/components/table';
import { useState, type ReactElement } from 'react';
import type { BatchReview, ReviewedRow } from '../../../../shared/domain/approval/batchReview';
import { formatNumber } from '../../../../shared/text/formats';
import { reviewColumns } from './reviewColumns';
import { reviewText } from './reviewText';
import type { DecisionDraft } from './useDecision';

/** How many rows a page has. */
const shown = 50;

type Which = 'all' | 'different' | 'unchecked';

/** Everybody the batch would invite, with what this desktop's data says about them. */
export function ReviewRows({
  review,
  decision,
}: {
  readonly review: BatchReview;
  readonly decision: DecisionDraft;
}): ReactElement {
  const [which, setWhich] = useState<Which>('all');
  const [page, setPage] = useState(1);
  const rows = rowsOf(review, which);
  const pages = Math.max(1, Math.ceil(rows.length / shown));
  const names = new Map(review.accounts.map(({ accountId, name }) => [accountId, name]));
  return (
    <Table
      variant="container"
      wrapLines
      header={
        <Header variant="h2" counter={`(${formatNumber(rows.length)})`}>
          {reviewText.rows}
        </Header>
      }
      ariaLabels={{ tableLabel: reviewText.rows }}
      items={rows.slice((Math.min(page, pages) - 1) * shown, Math.min(page, pages) * shown)}
      trackBy="rowId"
      empty={reviewText.noRows}
      columnDefinitions={reviewColumns(names, decision)}
      filter={
        <SegmentedControl
          label={reviewText.which}
          selectedId={which}
          options={[
            { id: 'all', text: reviewText.all(review.rows.length) },
            { id: 'different', text: reviewText.onlyDifferent },
            { id: 'unchecked', text: reviewText.onlyUnchecked },
          ]}
          onChange={({ detail }) => {
            setWhich(isWhich(detail.selectedId) ? detail.selectedId : 'all');
            setPage(1);
          }}
        />
      }
      pagination={
        <Pagination
          currentPageIndex={Math.min(page, pages)}
          pagesCount={pages}
          onChange={({ detail }) => setPage(detail.currentPageIndex)}
        />
      }
    />
  );
}

const isWhich = (id: string): id is Which => id === 'all' || id === 'different' || id === 'unchecked';

function rowsOf({ rows, accounts }: BatchReview, which: Which): readonly ReviewedRow[] {
  if (which === 'all') return rows;
  if (which === 'different') return rows.filter(({ differs }) => differs);
  const unchecked = new Set(accounts.filter(({ checked }) => !checked).map(({ accountId }) => accountId));
  return rows.filter(({ accountId }) => unchecked.has(accountId));
}
