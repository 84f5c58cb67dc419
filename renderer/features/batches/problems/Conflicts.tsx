import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { ReactElement } from 'react';
import { pluralize } from '../../../../shared/text/pluralize';
import type { BatchConflict } from '../../../../shared/domain/batch/batch';
import type { GridStore } from '../gridModel/gridStore';
import type { Settling } from './settling';
import { quickFixesOf } from '../gridModel/quickFixes';
import { useGridState } from '../grid/useGridState';
import { problemsText } from './problemsText';

interface ConflictsProps {
  readonly conflicts: readonly BatchConflict[];
  readonly store: GridStore;
  readonly settle: (conflicts: readonly BatchConflict[], how: Settling) => void;
}

/** The rows whose facts have changed, with ways to settle them. */
export function Conflicts({ conflicts, store, settle }: ConflictsProps): ReactElement {
  const rows = useGridState(store, ({ byId }) => byId);
  const fixable = conflicts.filter((conflict) => quickFixesOf([conflict]).length > 0);
  const many = pluralize(conflicts.length, 'row');
  return (
    <Table
      variant="embedded"
      wrapLines
      ariaLabels={{ tableLabel: problemsText.conflictsLabel }}
      header={
        <SpaceBetween size="xs">
          <Box variant="h3">{problemsText.conflictsTitle(many)}</Box>
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => settle(conflicts, 'keep')}>{problemsText.keepRows(many)}</Button>
            {fixable.length === 0 ? null : (
              <Button onClick={() => settle(fixable, 'fix')}>
                {problemsText.fixRows(pluralize(fixable.length, 'row'))}
              </Button>
            )}
            <Button onClick={() => settle(conflicts, 'remove')}>{problemsText.takeOutRows(many)}</Button>
          </SpaceBetween>
        </SpaceBetween>
      }
      items={conflicts}
      trackBy="rowId"
      columnDefinitions={[
        {
          id: 'who',
          header: problemsText.rowColumn,
          isRowHeader: true,
          cell: ({ rowId }) => {
            const row = rows.get(rowId);
            return (
              <>
                {row?.emailAddress}
                <Box variant="small" display="block">
                  {row?.accountText}
                </Box>
              </>
            );
          },
        },
        {
          id: 'what',
          header: problemsText.nowColumn,
          cell: ({ findings }) => findings.map(({ message }) => message).join(' '),
        },
        {
          id: 'settle',
          header: problemsText.settleColumn,
          cell: (conflict) => {
            const who = rows.get(conflict.rowId)?.emailAddress ?? '';
            const [remedy] = quickFixesOf([conflict]);
            return (
              <span className="inline-row">
                <Button
                  variant="inline-link"
                  ariaLabel={problemsText.keepRow(who)}
                  onClick={() => settle([conflict], 'keep')}
                >
                  {problemsText.keep}
                </Button>
                {remedy === undefined ? null : (
                  <Button variant="inline-link" onClick={() => settle([conflict], 'fix')}>
                    {remedy.finding.fix?.label}
                  </Button>
                )}
                <Button
                  variant="inline-link"
                  ariaLabel={problemsText.takeOutRow(who)}
                  onClick={() => settle([conflict], 'remove')}
                >
                  {problemsText.takeOut}
                </Button>
              </span>
            );
          },
        },
      ]}
    />
  );
}
