import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement } from 'react';
import { connectionsText } from './connectionsText';

interface FormActionsProps {
  /** The text of the button that submits the form. */
  readonly submitText: string;
  readonly loading: boolean;
  readonly onCancel: () => void;
}

/** The buttons below the form of a connection. */
export const FormActions = ({ submitText, loading, onCancel }: FormActionsProps): ReactElement => (
  <SpaceBetween direction="horizontal" size="xs">
    <Button variant="link" formAction="none" onClick={onCancel}>
      {connectionsText.cancel}
    </Button>
    <Button variant="primary" loading={loading}>
      {submitText}
    </Button>
  </SpaceBetween>
);
