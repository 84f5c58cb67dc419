import Box from '@cloudscape-design/components/box';
import { useState, type ReactElement } from 'react';
import type { WhenNotSeen } from '../../../../shared/domain/outbox/run';
import { missingText } from '../../../components/consent/agreementText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { AccountCounts } from '../../../components/names/AccountCounts';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { counted } from '../../../components/text/formatTime';
import { LostAnswerPicker } from '../../../components/consent/LostAnswerChoice';
import { useConsent } from '../../../queries/useConsent';
import { useSelectionAgreement } from '../../../queries/agreement';
import { useRevokeInvitations } from '../../../queries/invitations';
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

/** Asks before invitations are revoked, with their number and what it means. */
export function RevokeDialog({ selected, leftOut = [], onCancel, onSent }: DialogProps): ReactElement {
  const revoke = useRevokeInvitations();
  const invitations = selected.map(({ ref }) => ref);
  const shown = useSelectionAgreement('revoke', { change: 'revoke', invitations });
  const consenting = useConsent(shown.agreement);
  const meant = withoutLeftOut(selected, shown.preview?.leftOut ?? []);
  const [whenNotSeen, setWhenNotSeen] = useState<WhenNotSeen>('ask');
  const number = counted(shown.agreement?.total ?? selected.length, 'invitation');
  const confirm = (): void => {
    if (consenting.consent === null) return;
    revoke.mutate(
      { invitations, whenNotSeen, ...consenting.consent },
      {
        onSuccess: (answer) => (answer.agreed ? onSent(answer) : shown.differs(answer.difference)),
      },
    );
  };
  return (
    <ConfirmDialog
      header={changesText.revokeTitle(number)}
      failure={{ header: changesText.revokeFailed, error: revoke.error ?? shown.error }}
      confirm={{
        text: changesText.revokeConfirm(number),
        pending: revoke.isPending,
        missing: missingText(consenting),
        danger: true,
        onClick: confirm,
      }}
      onCancel={onCancel}
    >
      <Box variant="p">{changesText.revokeEffect(meant.length)}</Box>
      <PeopleList selected={meant} />
      {shown.agreement === undefined ? null : <AccountCounts agreement={shown.agreement} />}
      <ExclusionNotice sentences={[...leftOut, ...(shown.preview?.leftOut ?? []).map(leftOutText)]} />
      <LostAnswerPicker selected={whenNotSeen} onChange={setWhenNotSeen} />
      <ConsentFields consenting={consenting} difference={shown.difference} what="invitation" />
    </ConfirmDialog>
  );
}
