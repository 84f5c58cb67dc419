import type { ReactElement } from 'react';
import { rowStateNames } from '../../../../shared/domain/batch/rowState';
import { RowStateChip } from '../../../components/RowStateChip';
import { FindingIcon } from './FindingIcon';
import { stateOf, type Marks } from '../gridModel/rows/rowView';

/** A row's state as a word; for an unsent row, with the icon of its findings. */
export function RowStatus({ marks }: { readonly marks: Marks }): ReactElement {
  const state = stateOf(marks);
  const name = rowStateNames[state];
  if (state !== 'draft' && state !== 'ready') return <RowStateChip state={state} />;
  if (marks.findings.length === 0) return <span className="batch-grid-ready">✓ {name}</span>;
  const level = state === 'draft' ? 'error' : 'warning';
  const found = marks.findings.filter((finding) => finding.level === level);
  return (
    <>
      <FindingIcon level={level} label={found.map(({ message }) => message).join(' ')} />
      {name}
    </>
  );
}
