import Button from '@cloudscape-design/components/button';
import { memo, type ReactElement } from 'react';
import type { RowFinding } from '../../../../shared/domain/batch/batch';
import type { GridStore } from '../gridModel/gridStore';
import { columnNames } from '../../../../shared/domain/batch/batchText';
import { FindingIcon } from './FindingIcon';
import { fixed } from '../gridModel/quickFixes';
import { columnAt, idAt } from '../gridModel/gridState';
import { noMarks } from '../gridModel/rows/rowView';
import { useGridState } from './useGridState';
import { SentRowLinks } from './SentRowLinks';
import { gridText } from './gridText';

interface FindingBarProps {
  readonly store: GridStore;
  readonly batchId: string;
  readonly id: string;
}

/** What is found in the active cell's row, that cell first, with the remedies. The active cell is described by it. */
export const FindingBar = memo(function FindingBar({ store, batchId, id }: FindingBarProps): ReactElement {
  const rowId = useGridState(store, (state) => idAt(state, state.selection.active.row));
  const column = useGridState(store, ({ selection }) => columnAt(selection.active.column));
  const { findings, status } = useGridState(store, ({ marks }) => marks.get(rowId) ?? noMarks);
  const emailAddress = useGridState(store, ({ byId }) => byId.get(rowId)?.emailAddress ?? '');
  const isReadOnly = useGridState(store, (state) => state.isReadOnly);
  const here = (finding: RowFinding): number => Number(finding.column !== column);
  const ordered = [...findings].sort((one, other) => here(one) - here(other));
  return (
    <div className="batch-bar" id={id} role="group" aria-label={gridText.findingsLabel}>
      {status === null ? null : <SentRowLinks batchId={batchId} rowId={rowId} emailAddress={emailAddress} />}
      {ordered.length === 0 && status === null ? <span className="hint">{gridText.keysHint}</span> : null}
      {ordered.length === 0 ? null : (
        <ul>
          {ordered.map((finding, index) => (
            <li key={index}>
              <FindingIcon level={finding.level} label={columnNames[finding.column]} />
              <span>
                {finding.column === column ? null : <strong>{columnNames[finding.column]}: </strong>}
                {finding.message}
              </span>
              {finding.fix === null ? null : (
                <Button
                  variant="inline-link"
                  disabled={isReadOnly}
                  onClick={() => store.change(...fixed([{ rowId, finding }]))}
                >
                  {finding.fix.label}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});
