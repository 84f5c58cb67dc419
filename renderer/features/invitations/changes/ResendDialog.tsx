import Box from '@cloudscape-design/components/box';
import { useState, type ReactElement } from 'react';
import type { WhenNotSeen } from '../../../../shared/domain/outbox/run';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { AccountCounts } from '../../../components/AccountCounts';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { counted } from '../../../components/text/formatTime';
import { LostAnswerChoice } from '../../../components/consent/LostAnswerChoice';
import { NotifyChoice, notifyMissing } from '../../../components/consent/NotifyChoice';
import { useConsent } from '../../../queries/useConsent';
import { useChosenAgreement } from '../../../queries/agreement';
import { useResendInvitations } from '../../../queries/invitations';
import type { Written } from '../../results/resultsContext';
import { leftOutText } from '../../results/exclusionsText';
import { ExclusionNotice } from './ExclusionNotice';
import { PeopleList } from './PeopleList';
import { withoutLeftOut, type ReachedInvitation } from './reach';

interface DialogProps {
  readonly chosen: readonly ReachedInvitation[];
  /** Why others are not among them, as sentences. */
  readonly leftOut?: readonly string[];
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}

/** Asks before invitations are renewed, and whether Amazon sends its e-mail again. */
export function ResendDialog({ chosen, leftOut = [], onCancel, onSent }: DialogProps): ReactElement {
  const resend = useResendInvitations();
  const invitations = chosen.map(({ ref }) => ref);
  const shown = useChosenAgreement('resend', { change: 'resend', invitations });
  const consenting = useConsent(shown.agreement);
  const meant = withoutLeftOut(chosen, shown.preview?.leftOut ?? []);
  const [notify, setNotify] = useState<boolean | null>(null);
  const [whenNotSeen, setWhenNotSeen] = useState<WhenNotSeen>('ask');
  const [submitted, setSubmitted] = useState(false);
  const number = counted(shown.agreement?.total ?? chosen.length, 'invitation');
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
      header={`Resend ${number}?`}
      failure={{ header: 'Nothing was resent', error: resend.error ?? shown.error }}
      confirm={
        consenting.consent === null
          ? null
          : { text: `Resend ${number}`, pending: resend.isPending, onClick: confirm }
      }
      onCancel={onCancel}
    >
      <Box variant="p">
        {meant.length === 1 ? 'It’ll' : 'They’ll'} be valid for another two weeks. The role stays the same.
      </Box>
      <PeopleList chosen={meant} />
      {shown.agreement === undefined ? null : <AccountCounts agreement={shown.agreement} />}
      <ExclusionNotice sentences={[...leftOut, ...(shown.preview?.leftOut ?? []).map(leftOutText)]} />
      <NotifyChoice
        notify={notify}
        onChange={setNotify}
        error={submitted && notify === null ? notifyMissing : undefined}
      />
      <LostAnswerChoice chosen={whenNotSeen} onChange={setWhenNotSeen} />
      <ConsentFields consenting={consenting} difference={shown.difference} what="invitation" />
    </ConfirmDialog>
  );
}
