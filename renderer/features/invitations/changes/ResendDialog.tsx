import Box from '@cloudscape-design/components/box';
import { useState, type ReactElement } from 'react';
import type { WhenNotSeen } from '../../../../shared/domain/outbox/run';
import { missingText } from '../../../components/consent/agreementText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { AccountCounts } from '../../../components/AccountCounts';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { counted } from '../../../components/text/formatTime';
import { LostAnswerPicker } from '../../../components/consent/LostAnswerChoice';
import { NotifyPicker, notifyMissing } from '../../../components/consent/NotifyChoice';
import { useConsent } from '../../../queries/useConsent';
import { useSelectionAgreement } from '../../../queries/agreement';
import { useResendInvitations } from '../../../queries/invitations';
import type { Written } from '../../results/resultsContext';
import { leftOutText } from '../../results/exclusionsText';
import { ExclusionNotice } from './ExclusionNotice';
import { PeopleList } from './PeopleList';
import { withoutLeftOut, type ReachedInvitation } from './reach';
import { changesText } from './changesText';

interface DialogProps {
  readonly selected: readonly ReachedInvitation[];
  /** Why others aren't included, as sentences. */
  readonly leftOut?: readonly string[];
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}

/** Asks before invitations are renewed, and whether Amazon sends its email again. */
export function ResendDialog({ selected, leftOut = [], onCancel, onSent }: DialogProps): ReactElement {
  const resend = useResendInvitations();
  const invitations = selected.map(({ ref }) => ref);
  const shown = useSelectionAgreement('resend', { change: 'resend', invitations });
  const consenting = useConsent(shown.agreement);
  const meant = withoutLeftOut(selected, shown.preview?.leftOut ?? []);
  const [notify, setNotify] = useState<boolean | null>(null);
  const [whenNotSeen, setWhenNotSeen] = useState<WhenNotSeen>('ask');
  const [submitted, setSubmitted] = useState(false);
  const number = counted(shown.agreement?.total ?? selected.length, 'invitation');
  const confirm = (): void => {
    setSubmitted(true);
    if (notify === null || consenting.consent === null) return;
    resend.mutate(
      { invitations, notifyInvitedUsers: notify, whenNotSeen, ...consenting.consent },
      {
        onSuccess: (answer) => (answer.agreed ? onSent(answer) : shown.differs(answer.difference)),
      },
    );
  };
  return (
    <ConfirmDialog
      header={changesText.resendTitle(number)}
      failure={{ header: changesText.resendFailed, error: resend.error ?? shown.error }}
      confirm={{
        text: changesText.resendConfirm(number),
        pending: resend.isPending,
        missing: missingText(consenting),
        onClick: confirm,
      }}
      onCancel={onCancel}
    >
      <Box variant="p">{changesText.resendEffect(meant.length)}</Box>
      <PeopleList selected={meant} />
      {shown.agreement === undefined ? null : <AccountCounts agreement={shown.agreement} />}
      <ExclusionNotice sentences={[...leftOut, ...(shown.preview?.leftOut ?? []).map(leftOutText)]} />
      <NotifyPicker
        notify={notify}
        onChange={setNotify}
        error={submitted && notify === null ? notifyMissing : undefined}
      />
      <LostAnswerPicker selected={whenNotSeen} onChange={setWhenNotSeen} />
      <ConsentFields consenting={consenting} difference={shown.difference} what="invitation" />
    </ConfirmDialog>
  );
}
