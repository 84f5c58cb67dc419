import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import { counted } from '../../../../shared/text/pluralize';
import type { RefusedChange } from './rejectedChange';

/** With more, the others are only counted. */
const mostTold = 5;

interface RefusedRowsProps {
  readonly refused: readonly RefusedChange[];
  readonly onDismiss: () => void;
}

/** Which rows could not be changed, and why; nothing when there are none. */
export function RefusedRows({ refused, onDismiss }: RefusedRowsProps): ReactElement | null {
  if (refused.length === 0) return null;
  const others = refused.length - mostTold;
  return (
    <Alert
      type="error"
      dismissible
      i18nStrings={{ dismissAriaLabel: 'Dismiss' }}
      onDismiss={onDismiss}
      header={`${counted(refused.length, 'row')} could not be changed and ${refused.length === 1 ? 'is' : 'are'} again as stored`}
    >
      <ul>
        {refused.slice(0, mostTold).map(({ row, message }, index) => (
          <li key={index}>
            {row}: {message}
          </li>
        ))}
        {others > 0 ? <li>and {counted(others, 'other')}</li> : null}
      </ul>
    </Alert>
  );
}
