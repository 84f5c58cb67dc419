import Box from '@cloudscape-design/components/box';
import type { ReactElement } from 'react';
import { roleName, type Role } from '../../../../shared/domain/invitation/role';
import type { MemberRef } from '../../../../shared/domain/member/member';
import { AccountCounts } from '../../../components/names/AccountCounts';
import { missingText } from '../../../components/consent/agreementText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { counted } from '../../../components/text/formatTime';
import { useMembersAgreement } from '../../../queries/agreement';
import { useSetMemberRole } from '../../../queries/members';
import { useConsent } from '../../../queries/useConsent';
import type { Written } from '../resultsContext';
import { resultsText } from '../resultsText';

/** A role that members had before it was just changed. */
export interface RoleBefore {
  readonly members: readonly MemberRef[];
  readonly role: Role;
}

interface UndoRoleDialogProps extends RoleBefore {
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}

/** Asks before a role that was just changed is changed back. */
export function UndoRoleDialog({ members, role, onCancel, onSent }: UndoRoleDialogProps): ReactElement {
  const change = useSetMemberRole();
  const refs = [...members];
  const shown = useMembersAgreement('undo', { change: 'setRole', role, members: refs });
  const consenting = useConsent(shown.agreement);
  const number = counted(shown.agreement?.total ?? refs.length, 'member');
  const confirm = (): void => {
    if (consenting.consent === null) return;
    change.mutate(
      { members: refs, role, ...consenting.consent },
      {
        onSuccess: (answer) => {
          if (answer.agreed) onSent({ operationIds: answer.operationIds, runId: answer.runId });
          else shown.differs(answer.difference);
        },
      },
    );
  };
  return (
    <ConfirmDialog
      header={resultsText.undoRoleTitle(number, roleName(role).toLowerCase())}
      failure={{ header: resultsText.undoRoleFailed, error: change.error ?? shown.error }}
      confirm={{
        text: resultsText.undoRoleConfirm(number),
        pending: change.isPending,
        missing: missingText(consenting),
        onClick: confirm,
      }}
      onCancel={onCancel}
    >
      <Box variant="p">{resultsText.undoRoleEffect(roleName(role).toLowerCase())}</Box>
      {shown.agreement === undefined ? null : <AccountCounts agreement={shown.agreement} what="member" />}
      <ConsentFields consenting={consenting} difference={shown.difference} what="member" />
    </ConfirmDialog>
  );
}
