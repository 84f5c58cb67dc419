import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import { memberRefOf } from '../../../../shared/domain/member/member';
import { missingText } from '../../../components/consent/agreementText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { useMembersAgreement } from '../../../queries/agreement';
import { useRemoveMembers } from '../../../queries/members';
import { useConsent } from '../../../queries/useConsent';
import type { MemberDialogProps } from './memberDialog';
import { memberChangesText } from './memberChangesText';
import { InvitableAgain } from './InvitableAgain';
import { LeftOutMembers } from './LeftOutMembers';
import { MemberPeople } from './MemberPeople';
import { selectionText } from './selectionText';
import { withoutLeftOut } from './withoutLeftOut';

/** Asks before members lose their access, with their number, their roles and what it means. */
export function RemoveMembersDialog({ selected, onCancel, onSent }: MemberDialogProps): ReactElement {
  const remove = useRemoveMembers();
  const members = selected.map(memberRefOf);
  const shown = useMembersAgreement('remove', { change: 'remove', members });
  const consenting = useConsent(shown.agreement);
  const leftOut = shown.preview?.leftOut ?? [];
  const included = withoutLeftOut(selected, leftOut);
  const { members: count, accounts, where } = selectionText(selected, included);
  const confirm = (): void => {
    if (consenting.consent === null) return;
    remove.mutate(
      { members, ...consenting.consent },
      {
        onSuccess: (answer) => {
          if (!answer.agreed) {
            shown.differs(answer.difference);
            return;
          }
          // Whom it leaves out was said here.
          onSent({ operationIds: answer.operationIds, runId: answer.runId });
        },
      },
    );
  };
  return (
    <ConfirmDialog
      header={memberChangesText.removeTitle(count, accounts)}
      failure={{ header: memberChangesText.removeFailed, error: remove.error ?? shown.error }}
      confirm={{
        text: memberChangesText.removeConfirm(count, accounts),
        pending: remove.isPending,
        missing: missingText(consenting),
        danger: true,
        onClick: confirm,
      }}
      onCancel={onCancel}
    >
      <Box variant="p">{memberChangesText.removeEffect(where)}</Box>
      <MemberPeople members={included} withAccount={accounts !== null} />
      <InvitableAgain members={included} />
      <LeftOutMembers leftOut={leftOut} />
      <ConsentFields consenting={consenting} difference={shown.difference} what="member" />
    </ConfirmDialog>
  );
}
