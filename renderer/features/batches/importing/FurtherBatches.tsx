import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import type { ReactElement } from 'react';
import type { Batch } from '../../../../shared/domain/batch/batch';
import { hrefOf, type Route } from '../../../../shared/navigation/routes';
import { pluralize } from '../../../../shared/text/pluralize';
import { following } from '../../../navigation/useRoute';
import { rowsElsewhereText } from './importText';
import { importingText } from './importingText';

interface FurtherBatchesProps {
  readonly batches: readonly Batch[];
  readonly onDismiss: () => void;
}

const screenOf = ({ batchId }: Batch): Route => ({ screen: 'batch', batchId });

/** Links to the batches that an import created for rows that didn't fit into this one. */
export function FurtherBatches({ batches, onDismiss }: FurtherBatchesProps): ReactElement | null {
  if (batches.length === 0) return null;
  return (
    <Alert
      type="info"
      header={rowsElsewhereText(batches)}
      dismissible
      i18nStrings={{ dismissAriaLabel: importingText.dismiss }}
      onDismiss={onDismiss}
    >
      <ul className="plain-list">
        {batches.map((batch) => (
          <li key={batch.batchId}>
            <Link href={hrefOf(screenOf(batch))} onFollow={following(screenOf(batch))}>
              {batch.name}
            </Link>
            {`, ${pluralize(batch.counts.rows, 'row')}`}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
