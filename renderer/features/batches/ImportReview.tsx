import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { ImportPreview } from '../../../shared/domain/batchImport';
import { columnNames } from '../../../shared/domain/batchWords';
import { formatNumber } from '../../../shared/formats';
import { Figures } from '../../components/Figures';
import { leftOutText, rowNumbersText } from './importText';

/** What adding would do. Rows with problems are added too: the grid is the place to mend them. */
export function ImportReview({ preview }: { readonly preview: ImportPreview }): ReactElement {
  const { added, leftOut, problems, rows, fileName } = preview;
  const withProblems = problems.reduce((sum, problem) => sum + problem.rows, 0);
  return (
    <Container>
      <SpaceBetween size="m">
        <Figures
          figures={[
            ['From', fileName],
            ['Rows with content', rows],
            ['Rows to add', added],
          ]}
        />
        <LeftOut leftOut={leftOut} />
        {problems.length === 0 ? (
          <StatusIndicator type="success">No problem found in the rows.</StatusIndicator>
        ) : (
          <Table
            variant="embedded"
            wrapLines
            ariaLabels={{ tableLabel: 'Problems in the rows' }}
            header={
              <>
                <Box variant="h3">Problems ({formatNumber(withProblems)})</Box>
                <Box color="text-body-secondary">
                  These rows are added all the same, to be mended in the grid.
                </Box>
              </>
            }
            items={problems}
            trackBy={({ reason, column }) => `${reason} ${column ?? ''}`}
            columnDefinitions={[
              { id: 'reason', header: 'What', isRowHeader: true, cell: ({ reason }) => reason },
              {
                id: 'column',
                header: 'Column',
                cell: ({ column }) => (column === null ? '–' : columnNames[column]),
              },
              { id: 'rows', header: 'Rows', cell: (problem) => formatNumber(problem.rows) },
              {
                id: 'numbers',
                header: 'In the file',
                cell: ({ rowNumbers, rows: count }) => rowNumbersText(rowNumbers, count),
              },
            ]}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}

function LeftOut({ leftOut }: Pick<ImportPreview, 'leftOut'>): ReactElement | null {
  if (leftOut.length === 0) return null;
  return (
    <div>
      <Box variant="h3">Left out</Box>
      <ul className="plain-list">
        {leftOut.map((each) => {
          const { what, where } = leftOutText(each);
          return (
            <li key={each.reason}>
              {what}
              {where === '' ? null : (
                <Box variant="span" color="text-body-secondary">
                  {' '}
                  ({where})
                </Box>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
