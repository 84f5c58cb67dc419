import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import type { Difference } from '../../../shared/domain/outbox/agreement';
import { differenceText } from './agreementText';
import { TypedNumberField } from './TypedNumberField';
import type { Consenting } from './consenting';
import { consentText } from './consentText';

interface ConsentFieldsProps {
  readonly consenting: Consenting;
  /** How what would be done now differs from what was agreed; null if it doesn't. */
  readonly difference: Difference | null;
  /** One of the things that are changed, such as “row”. */
  readonly what: string;
}

/** What has changed since the dialog opened, and the number that a large change requires typed. */
export function ConsentFields({ consenting, difference, what }: ConsentFieldsProps): ReactElement | null {
  const { number, typed, type } = consenting;
  if (number === null && difference === null) return null;
  return (
    <SpaceBetween size="m">
      {difference === null ? null : (
        <Alert type="warning" header={consentText.differenceTitle}>
          {differenceText(difference, what)}
        </Alert>
      )}
      {number === null ? null : <TypedNumberField number={number} typed={typed} onChange={type} />}
    </SpaceBetween>
  );
}
