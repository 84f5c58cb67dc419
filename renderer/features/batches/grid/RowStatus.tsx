import type { ReactElement } from 'react';
import type { ShownStatus } from '../../../../shared/domain/outbox/operation';
import { pluralize } from '../../../../shared/text/pluralize';
import { FindingIcon } from './FindingIcon';
import { standingOf, type Marks } from '../gridModel/rows/rowView';
import { gridText } from './gridText';

const statusTexts: Readonly<Record<ShownStatus, string>> = {
  queued: 'Waiting',
  sending: 'Sending',
  done: 'Sent',
  failed: 'Failed',
  inDoubt: gridText.inDoubt,
  skipped: 'Skipped',
};

/** Where a row stands, in a word. */
export function RowStatus({ marks }: { readonly marks: Marks }): ReactElement {
  if (marks.status !== null) return <>{statusTexts[marks.status]}</>;
  const standing = standingOf(marks);
  if (standing !== 'error' && standing !== 'warning')
    return <span className="batch-grid-ready">{gridText.ready}</span>;
  const found = marks.findings.filter(({ level }) => level === standing);
  return (
    <>
      <FindingIcon level={standing} label={found.map(({ message }) => message).join(' ')} />
      {pluralize(found.length, standing)}
    </>
  );
}
