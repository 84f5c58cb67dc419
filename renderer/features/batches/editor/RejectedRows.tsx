import Alert from '@cloudscape-design/components/alert';
import type { ReactElement } from 'react';
import { pluralize } from '../../../../shared/text/pluralize';
import type { RejectedChange } from './rejectedChange';
import { editorText } from './editorText';

/** Beyond this, the others are only counted. */
const maxShown = 5;

interface RefusedRowsProps {
  readonly refused: readonly RejectedChange[];
  readonly onDismiss: () => void;
}

/** Which rows couldn't be changed, and why; nothing if there are none. */
export function RejectedRows({ refused, onDismiss }: RefusedRowsProps): ReactElement | null {
  if (refused.length === 0) return null;
  const others = refused.length - maxShown;
  return (
    <Alert
      type="error"
      dismissible
      i18nStrings={{ dismissAriaLabel: editorText.dismiss }}
      onDismiss={onDismiss}
      header={editorText.rejectedTitle(refused.length)}
    >
      <ul>
        {refused.slice(0, maxShown).map(({ row, message }, index) => (
          <li key={index}>
            {row}: {message}
          </li>
        ))}
        {others > 0 ? <li>{editorText.otherRejected(pluralize(others, 'other'))}</li> : null}
      </ul>
    </Alert>
  );
}
