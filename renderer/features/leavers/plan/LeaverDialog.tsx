import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import { accountRefKey } from '../../../../shared/util/accountKey';
import type { LeaverInvitation, LeaverMember, LeaverSubject } from '../../../../shared/domain/leaver/leaver';
import { memberRefOf } from '../../../../shared/domain/member/member';
import { missingText } from '../../../components/consent/agreementText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { counted } from '../../../components/text/formatTime';
import { goTo } from '../../../navigation/useRoute';
import { useMembersAgreement, useSelectionAgreement } from '../../../queries/agreement';
import { useStartLeaver } from '../../../queries/leavers';
import { useConsent } from '../../../queries/useConsent';
import { LeftOutMembers } from '../../members/changes/LeftOutMembers';
import { MemberPeople } from '../../members/changes/MemberPeople';
import { RevokedInvitations } from './RevokedInvitations';
import { SponsoredAdsOfBoth, withoutSponsoredAds } from './SponsoredAdsOfBoth';
import { withoutLeftOut } from '../../members/changes/withoutLeftOut';
import { planText } from './planText';

interface LeaverDialogProps {
  readonly name: string;
  readonly subject: LeaverSubject;
  readonly leaverId: string | null;
  readonly members: readonly LeaverMember[];
  readonly invitations: readonly LeaverInvitation[];
  readonly onCancel: () => void;
}

/** Asks before somebody loses what was selected, with both agreements: the members', and the invitations'. */
export function LeaverDialog(props: LeaverDialogProps): ReactElement {
  const { name, subject, leaverId, members, invitations, onCancel } = props;
  const selected = members.map(({ account, ...member }) => ({ ...member, ...account }));
  const refs = selected.map(memberRefOf);
  const invited = invitations.map(({ account, invitationId }) => ({ ...account, invitationId }));
  const removal = useMembersAgreement(
    'remove',
    refs.length === 0 ? null : { change: 'remove', members: refs },
  );
  const revocation = useSelectionAgreement(
    'revoke',
    invited.length === 0 ? null : { change: 'revoke', invitations: invited },
  );
  const removing = useConsent(removal.agreement);
  const revoking = useConsent(revocation.agreement);
  const start = useStartLeaver();
  const leftOut = removal.preview?.leftOut ?? [];
  const included = withoutLeftOut(selected, leftOut);
  const accounts = new Set(included.map(accountRefKey)).size;
  const missing =
    (refs.length === 0 ? undefined : missingText(removing)) ??
    (invited.length === 0 ? undefined : missingText(revoking));
  const confirm = (): void => {
    if (refs.length > 0 && removing.consent === null) return;
    if (invited.length > 0 && revoking.consent === null) return;
    start.mutate(
      {
        ...{ subject, leaverId },
        removal: removing.consent === null ? null : { members: refs, ...removing.consent },
        revocation: revoking.consent === null ? null : { invitations: invited, ...revoking.consent },
      },
      {
        onSuccess: (answer) => {
          if (answer.agreed) goTo({ screen: 'leaver', leaverId: answer.leaverId });
          else if (answer.leaverId !== null && answer.leaverId !== leaverId) {
            goTo({ screen: 'leavers', subject, leaverId: answer.leaverId });
          } else (answer.which === 'removal' ? removal : revocation).differs(answer.difference);
        },
      },
    );
  };
  return (
    <ConfirmDialog
      header={planText.dialogTitle(name)}
      failure={{
        header: planText.dialogFailed,
        error: start.error ?? removal.error ?? revocation.error,
      }}
      confirm={{
        text: planText.confirm(
          refs.length === 0 ? null : counted(accounts, 'account'),
          invited.length === 0 ? null : counted(revocation.agreement?.total ?? invited.length, 'invitation'),
        ),
        pending: start.isPending,
        missing,
        danger: true,
        onClick: confirm,
      }}
      onCancel={onCancel}
    >
      <Box variant="p">{planText.effect}</Box>
      {included.length === 0 ? null : <MemberPeople members={included} withAccount />}
      {invitations.length === 0 ? null : <RevokedInvitations invitations={invitations} />}
      <LeftOutMembers leftOut={leftOut} />
      <SponsoredAdsOfBoth consents={[removing, revoking]} />
      {refs.length === 0 ? null : (
        <ConsentFields
          consenting={withoutSponsoredAds(removing)}
          difference={removal.difference}
          what="member"
        />
      )}
      {invited.length === 0 ? null : (
        <ConsentFields
          consenting={withoutSponsoredAds(revoking)}
          difference={revocation.difference}
          what="invitation"
        />
      )}
    </ConfirmDialog>
  );
}
