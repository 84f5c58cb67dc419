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

/** What adding would do. Rows with problems are added too: the grid is the place to mend them. */
export function ImportReview({ preview }: { readonly preview: ImportPreview }): ReactElement {
  const { added, duplicates, duplicateRows, problems, rows, fileName } = preview;
  const withProblems = problems.reduce((sum, problem) => sum + problem.rows, 0);
  return (
    <Container>
      <SpaceBetween size="m">
        <Figures
          figures={[
            ['From', fileName],
            ['Rows with content', rows],
            ['Rows to add', added],
            ['Left out: equal to another row', duplicates],
          ]}
        />
        {duplicateRows.length === 0 ? null : (
          <Box color="text-body-secondary">
            Left out of the file, because every cell is as in another row:{' '}
            {numbersOf(duplicateRows, duplicateRows.length)}
          </Box>
        )}
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
                cell: ({ rowNumbers, rows: count }) => numbersOf(rowNumbers, count),
              },
            ]}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}

/** More row numbers than this nobody reads in a line. */
const shownNumbers = 20;

const numbersOf = (rowNumbers: readonly number[], count: number): string =>
  `${count === 1 ? 'Row' : 'Rows'} ${rowNumbers.slice(0, shownNumbers).join(', ')}${count > shownNumbers ? ', …' : ''}`;
