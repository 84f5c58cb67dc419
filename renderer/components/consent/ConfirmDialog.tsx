import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactElement, ReactNode } from 'react';
import type { CodedError } from '../../../shared/errors';
import { ErrorNotice } from '../ErrorNotice';
import { consentText } from './consentText';

interface ConfirmDialogProps {
  readonly header: string;
  /** Why it failed, under a heading that says what that means; the error is null if nothing failed. */
  readonly failure?: {
    readonly header: string;
    readonly error: CodedError | null;
    /** A button that helps. */
    readonly action?: ReactNode;
  };
  /** The button that does it, labeled with the action; null if there is nothing to do. */
  readonly confirm: {
    readonly text: string;
    readonly pending: boolean;
    /** Why it can't be done yet; the button says so and does nothing. */
    readonly missing?: string | undefined;
    /** It takes something away from people: the button is red. */
    readonly danger?: boolean;
    readonly onClick: () => void;
  } | null;
  readonly cancelText?: string;
  readonly onCancel: () => void;
  /** What will happen, and the options. */
  readonly children: ReactNode;
}

const red = 'var(--color-background-notification-red-yrj9t3)';
const darkRed = `color-mix(in srgb, ${red}, black 20%)`;
const dangerStyle = {
  root: {
    background: { default: red, hover: darkRed, active: darkRed },
    borderColor: { default: red, hover: darkRed, active: darkRed },
    color: { default: 'white', hover: 'white', active: 'white' },
  },
};

/**
 * Asks before an action that people may regret or that has options. Once started it can't be stopped: the dialog stays until it
 * is over, so that nobody believes that closing it would cancel it.
 */
export function ConfirmDialog(props: ConfirmDialogProps): ReactElement {
  const { header, failure, confirm, cancelText = 'Cancel', onCancel, children } = props;
  const pending = confirm?.pending ?? false;
  const cancel = (): void => {
    if (!pending) onCancel();
  };
  return (
    <Modal
      visible
      header={header}
      closeAriaLabel={consentText.close}
      onDismiss={cancel}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" disabled={pending} onClick={cancel}>
              {cancelText}
            </Button>
            {confirm === null ? null : (
              <Button
                variant="primary"
                loading={confirm.pending}
                {...(confirm.missing === undefined
                  ? {}
                  : { disabled: true, disabledReason: confirm.missing })}
                {...(confirm.danger === true ? { style: dangerStyle } : {})}
                onClick={confirm.onClick}
              >
                {confirm.text}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {failure === undefined || failure.error === null ? null : (
          <ErrorNotice header={failure.header} error={failure.error.toBody()} action={failure.action} />
        )}
        {children}
      </SpaceBetween>
    </Modal>
  );
}
