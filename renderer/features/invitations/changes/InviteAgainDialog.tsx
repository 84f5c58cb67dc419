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
import { useInviteAgain } from '../../../queries/invitations';
import type { Written } from '../../results/resultsContext';
import { leftOutText } from '../../results/exclusionsText';
import { ExclusionNotice } from './ExclusionNotice';
import { PeopleList } from './PeopleList';
import { withoutLeftOut, type ReachedInvitation } from './reach';
import { changesText } from './changesText';

interface InviteAgainDialogProps {
  readonly selected: readonly ReachedInvitation[];
  /** Why others aren't included, as sentences. */
  readonly leftOut?: readonly string[];
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}

/** Asks before people whose invitation ended are invited again, and whether Amazon sends its email. */
export function InviteAgainDialog(props: InviteAgainDialogProps): ReactElement {
  const { selected, leftOut = [], onCancel, onSent } = props;
  const inviteAgain = useInviteAgain();
  const invitations = selected.map(({ ref }) => ref);
  const shown = useSelectionAgreement('inviteAgain', { change: 'inviteAgain', invitations });
  const consenting = useConsent(shown.agreement);
  const meant = withoutLeftOut(selected, shown.preview?.leftOut ?? []);
  const [notify, setNotify] = useState<boolean | null>(null);
  const [whenNotSeen, setWhenNotSeen] = useState<WhenNotSeen>('ask');
  const [submitted, setSubmitted] = useState(false);
  const number = counted(shown.agreement?.total ?? selected.length, 'person', 'people');
  const confirm = (): void => {
    setSubmitted(true);
    if (notify === null || consenting.consent === null) return;
    inviteAgain.mutate(
      { invitations, notifyInvitedUsers: notify, whenNotSeen, ...consenting.consent },
      {
        onSuccess: (answer) => (answer.agreed ? onSent(answer) : shown.differs(answer.difference)),
      },
    );
  };
  return (
    <ConfirmDialog
      header={changesText.inviteAgainTitle(number)}
      failure={{ header: changesText.inviteAgainFailed, error: inviteAgain.error ?? shown.error }}
      confirm={{
        text: changesText.inviteAgainConfirm(number),
        pending: inviteAgain.isPending,
        missing: missingText(consenting),
        onClick: confirm,
      }}
      onCancel={onCancel}
    >
      <Box variant="p">{changesText.inviteAgainEffect(meant.length)}</Box>
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
