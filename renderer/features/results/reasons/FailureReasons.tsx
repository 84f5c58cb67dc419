import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import { pluralize } from '../../../../shared/text/pluralize';
import { shownStatus, type Operation } from '../../../../shared/domain/outbox/operation';
import { formatNumber } from '../../../../shared/text/formats';
import { reasonsOf } from './reasons';
import { resultsText } from '../resultsText';

/** Why changes failed, each reason once with its count; null if none failed. */
export function FailureReasons({
  operations,
}: {
  readonly operations: readonly Operation[];
}): ReactElement | null {
  const failed = operations.filter((operation) => shownStatus(operation) === 'failed');
  const reasons = reasonsOf(failed);
  if (failed.length < 2) return null;
  return (
    <Alert type="error" header={resultsText.failedTitle(pluralize(failed.length, 'change'))}>
      <ul className="plain-list">
        {reasons.map(({ message, details, count }) => (
          <li key={JSON.stringify([message, details])}>
            {formatNumber(count)}: {message}
            {details === undefined ? null : (
              <Box variant="small" display="block">
                {details}
              </Box>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
