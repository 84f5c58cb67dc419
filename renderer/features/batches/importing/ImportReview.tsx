import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import type { ImportPreview } from '../../../../shared/domain/batch/batchImport';
import { columnNames } from '../../../../shared/domain/batch/batchText';
import { formatNumber } from '../../../../shared/text/formats';
import { Figures } from '../../../components/Figures';
import {
  furtherBatchesText,
  leftOutText,
  rowNumbersText,
  severalPeopleText,
  storedAsNumbersText,
} from './importText';
import { importingText } from './importingText';

/** What adding would do, by the rules of the batch's own check. Rows with problems are added too: they are fixed in the grid. */
export function ImportReview({ preview }: { readonly preview: ImportPreview }): ReactElement {
  const { added, counts, leftOut, rows, fileName, severalPeople } = preview;
  return (
    <Container>
      <SpaceBetween size="l">
        <Figures
          figures={[
            ['From', fileName],
            [importingText.rowsFigure, rows],
            [importingText.addedFigure, added],
            ['Ready', counts.ready],
            [importingText.warningsFigure, counts.warnings],
            [importingText.errorsFigure, counts.errors],
          ]}
        />
        {severalPeople.rows === 0 ? null : <Box>{severalPeopleText(severalPeople)}</Box>}
        {preview.furtherBatches.length === 0 ? null : (
          <Alert type="info" header={importingText.furtherBatchesTitle}>
            {furtherBatchesText(preview)}
          </Alert>
        )}
        <StoredAsNumbers storedAsNumbers={preview.storedAsNumbers} />
        <LeftOut leftOut={leftOut} />
        <Problems preview={preview} />
      </SpaceBetween>
    </Container>
  );
}

function LeftOut({ leftOut }: Pick<ImportPreview, 'leftOut'>): ReactElement | null {
  if (leftOut.length === 0) return null;
  return (
    <section aria-label={importingText.leftOutTitle}>
      <Box variant="h3">{importingText.leftOutTitle}</Box>
      <ul className="plain-list">
        {leftOut.map((each) => {
          const { what, where } = leftOutText(each);
          return (
            <li key={each.reason} className="breaks-anywhere">
              {what}
              {where === '' ? null : (
                <Box variant="span" color="text-body-secondary">
                  {': '}
                  {where}
                </Box>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Problems({ preview: { problems } }: { readonly preview: ImportPreview }): ReactElement {
  if (problems.length === 0) {
    return <StatusIndicator type="success">{importingText.noProblems}</StatusIndicator>;
  }
  return (
    <Table
      variant="embedded"
      wrapLines
      ariaLabels={{ tableLabel: importingText.problemsLabel }}
      header={
        <>
          <Box variant="h3">{importingText.problemsTitle}</Box>
          <Box color="text-body-secondary">{importingText.problemsHint}</Box>
        </>
      }
      items={problems}
      trackBy={({ reason, column, level }) => `${level} ${reason} ${column}`}
      columnDefinitions={[
        {
          id: 'reason',
          header: importingText.problemColumn,
          isRowHeader: true,
          minWidth: 200,
          cell: ({ reason, column, level }) => (
            <StatusIndicator
              type={level}
              wrapText={false}
              iconAriaLabel={level === 'error' ? 'Error' : 'Warning'}
            >
              {columnNames[column]}: {reason}
            </StatusIndicator>
          ),
        },
        {
          id: 'rows',
          header: importingText.rowsColumn,
          minWidth: 96,
          cell: (problem) => formatNumber(problem.rows),
        },
        {
          id: 'numbers',
          header: importingText.rowNumbersColumn,
          minWidth: 150,
          cell: ({ rowNumbers, rows: count }) => rowNumbersText(rowNumbers, count),
        },
      ]}
    />
  );
}

function StoredAsNumbers({ storedAsNumbers }: Pick<ImportPreview, 'storedAsNumbers'>): ReactElement | null {
  if (storedAsNumbers.length === 0) return null;
  return (
    <Alert type="warning" header={importingText.storedAsNumbersTitle}>
      {importingText.storedAsNumbersHint}
      <ul className="plain-list">
        {storedAsNumbers.map((each) => {
          const { what, where } = storedAsNumbersText(each);
          return (
            <li key={`${each.letters} ${each.doubt ?? ''}`}>
              {what} ({where})
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}
