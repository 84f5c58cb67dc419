import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import type { InvitationRef } from '../../../../shared/domain/invitation/invitation';
import { AccountCounts } from '../../../components/names/AccountCounts';
import { missingText } from '../../../components/consent/agreementText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { counted } from '../../../components/text/formatTime';
import { useSelectionAgreement } from '../../../queries/agreement';
import { useRevokeInvitations } from '../../../queries/invitations';
import { useConsent } from '../../../queries/useConsent';
import { LeftOutReasons } from '../reasons/LeftOutReasons';
import type { Written } from '../resultsContext';
import { resultsText } from '../resultsText';

interface UndoDialogProps {
  /** The invitations that were just made. */
  readonly invitations: readonly InvitationRef[];
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}

/** Asks before invitations that were just made are revoked. */
export function UndoDialog({ invitations, onCancel, onSent }: UndoDialogProps): ReactElement {
  const revoke = useRevokeInvitations();
  const refs = [...invitations];
  const shown = useSelectionAgreement('undo', { change: 'revoke', invitations: refs });
  const consenting = useConsent(shown.agreement);
  const number = counted(shown.agreement?.total ?? refs.length, 'invitation');
  const leftOut = shown.preview?.leftOut ?? [];
  const confirm = (): void => {
    if (consenting.consent === null) return;
    revoke.mutate(
      { invitations: refs, ...consenting.consent },
      { onSuccess: (answer) => (answer.agreed ? onSent(answer) : shown.differs(answer.difference)) },
    );
  };
  return (
    <ConfirmDialog
      header={resultsText.undoTitle(number)}
      failure={{ header: resultsText.undoFailed, error: revoke.error ?? shown.error }}
      confirm={{
        text: resultsText.undoConfirm(number),
        pending: revoke.isPending,
        missing: missingText(consenting),
        danger: true,
        onClick: confirm,
      }}
      onCancel={onCancel}
    >
      <Box variant="p">{resultsText.undoEffect}</Box>
      {shown.agreement === undefined ? null : <AccountCounts agreement={shown.agreement} />}
      {leftOut.length === 0 ? null : <LeftOutReasons leftOut={leftOut} />}
      <ConsentFields consenting={consenting} difference={shown.difference} what="invitation" />
    </ConfirmDialog>
  );
}
