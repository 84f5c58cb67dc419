import type { ReactElement } from 'react';
import type { ShownStatus } from '../../../shared/domain/operation';
import { counted } from '../../../shared/counted';
import { FindingSign } from './FindingSign';
import { standingOf, type Marks } from './rowView';

const statusWords: Readonly<Record<ShownStatus, string>> = {
  queued: 'Waiting',
  sending: 'Sending',
  done: 'Sent',
  failed: 'Failed',
  inDoubt: 'In doubt',
  skipped: 'Skipped',
};

/** Where a row stands, in a word. */
export function RowState({ marks }: { readonly marks: Marks }): ReactElement {
  if (marks.status !== null) return <>{statusWords[marks.status]}</>;
  const standing = standingOf(marks);
  if (standing !== 'error' && standing !== 'warning')
    return <span className="batch-grid-ready">✓ Ready</span>;
  const found = marks.findings.filter(({ level }) => level === standing);
  return (
    <>
      <FindingSign level={standing} label={found.map(({ message }) => message).join(' ')} />
      {counted(found.length, standing)}
    </>
  );
}
