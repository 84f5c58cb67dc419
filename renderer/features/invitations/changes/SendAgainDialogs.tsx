import Box from '@cloudscape-design/components/box';
import { useState, type ReactElement } from 'react';
import type { WhenNotSeen } from '../../../../shared/domain/outbox/run';
import { missingText } from '../../../components/consent/agreementText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { AccountCounts } from '../../../components/names/AccountCounts';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { counted } from '../../../components/text/formatTime';
import { LostAnswerPicker } from '../../../components/consent/LostAnswerChoice';
import { NotifyPicker, notifyMissing } from '../../../components/consent/NotifyChoice';
import { useConsent } from '../../../queries/useConsent';
import { useSelectionAgreement } from '../../../queries/agreement';
import { useInviteAgain, useResendInvitations } from '../../../queries/invitations';
import type { Written } from '../../results/resultsContext';
import { leftOutText } from '../../results/reasons/exclusionsText';
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
export const ResendDialog = (props: DialogProps): ReactElement => (
  <SendAgainDialog
    {...props}
    change="resend"
    sending={useResendInvitations()}
    count={(total) => counted(total, 'invitation')}
    text={{
      title: changesText.resendTitle,
      confirm: changesText.resendConfirm,
      effect: changesText.resendEffect,
      failed: changesText.resendFailed,
    }}
  />
);

/** Asks before people whose invitation ended are invited again, and whether Amazon sends its email. */
export const InviteAgainDialog = (props: DialogProps): ReactElement => (
  <SendAgainDialog
    {...props}
    change="inviteAgain"
    sending={useInviteAgain()}
    count={(total) => counted(total, 'person', 'people')}
    text={{
      title: changesText.inviteAgainTitle,
      confirm: changesText.inviteAgainConfirm,
      effect: changesText.inviteAgainEffect,
      failed: changesText.inviteAgainFailed,
    }}
  />
);

interface SendAgainDialogProps extends DialogProps {
  readonly change: 'resend' | 'inviteAgain';
  readonly sending: ReturnType<typeof useResendInvitations | typeof useInviteAgain>;
  /** The number of what is sent, with its noun. */
  readonly count: (total: number) => string;
  readonly text: {
    readonly title: (count: string) => string;
    readonly confirm: (count: string) => string;
    readonly effect: (count: number) => string;
    readonly failed: string;
  };
}

function SendAgainDialog(props: SendAgainDialogProps): ReactElement {
  const { selected, leftOut = [], change, sending, count, text, onCancel, onSent } = props;
  const invitations = selected.map(({ ref }) => ref);
  const shown = useSelectionAgreement(change, { change, invitations });
  const consenting = useConsent(shown.agreement);
  const meant = withoutLeftOut(selected, shown.preview?.leftOut ?? []);
  const [notify, setNotify] = useState<boolean | null>(null);
  const [whenNotSeen, setWhenNotSeen] = useState<WhenNotSeen>('ask');
  const [submitted, setSubmitted] = useState(false);
  const number = count(shown.agreement?.total ?? selected.length);
  const confirm = (): void => {
    setSubmitted(true);
    if (notify === null || consenting.consent === null) return;
    sending.mutate(
      { invitations, notifyInvitedUsers: notify, whenNotSeen, ...consenting.consent },
      {
        onSuccess: (answer) => (answer.agreed ? onSent(answer) : shown.differs(answer.difference)),
      },
    );
  };
  return (
    <ConfirmDialog
      header={text.title(number)}
      failure={{ header: text.failed, error: sending.error ?? shown.error }}
      confirm={{
        text: text.confirm(number),
        pending: sending.isPending,
        missing: missingText(consenting),
        onClick: confirm,
      }}
      onCancel={onCancel}
    >
      <Box variant="p">{text.effect(meant.length)}</Box>
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
