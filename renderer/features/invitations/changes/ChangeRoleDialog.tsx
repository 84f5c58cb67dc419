import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState, type ReactElement } from 'react';
import { roleName, roles, type Role } from '../../../../shared/domain/invitation/role';
import { missingText } from '../../../components/consent/agreementText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { NotifyPicker, notifyMissing } from '../../../components/consent/NotifyChoice';
import { useConsent } from '../../../queries/useConsent';
import { useSelectionAgreement } from '../../../queries/agreement';
import { useChangeRole } from '../../../queries/invitations';
import type { Written } from '../../results/resultsContext';
import type { ReachedInvitation } from './reach';
import { changesText } from './changesText';
import { TextWith } from '../../../components/text/TextWith';

interface ChangeRoleDialogProps {
  readonly selected: ReachedInvitation;
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}

/** Asks for the new role of a pending invitation, and says that Amazon treats it as a new invitation. */
export function ChangeRoleDialog({ selected, onCancel, onSent }: ChangeRoleDialogProps): ReactElement {
  const { invitation, ref } = selected;
  const others = roles.filter((each) => each !== invitation.role.toLowerCase());
  const [role, setRole] = useState<Role | null>(others.length === 1 ? (others[0] ?? null) : null);
  const [notify, setNotify] = useState<boolean | null>(null);
  const [submitted, setSubmitted] = useState(false);
  const changeRole = useChangeRole();
  const shown = useSelectionAgreement(
    String(role),
    role === null ? null : { change: 'changeRole', invitation: ref, role },
  );
  const consenting = useConsent(shown.agreement);
  const confirm = (): void => {
    setSubmitted(true);
    if (role === null || notify === null || consenting.consent === null) return;
    changeRole.mutate(
      { invitation: ref, role, notifyInvitedUsers: notify, ...consenting.consent },
      {
        onSuccess: (answer) => (answer.agreed ? onSent(answer) : shown.differs(answer.difference)),
      },
    );
  };
  return (
    <ConfirmDialog
      header={changesText.changeRoleTitle(invitation.userName)}
      failure={{ header: changesText.changeRoleFailed, error: changeRole.error ?? shown.error }}
      confirm={{
        text:
          role === null
            ? changesText.changeRoleConfirm
            : changesText.changeToRoleConfirm(roleName(role).toLowerCase()),
        pending: changeRole.isPending,
        missing: role === null ? undefined : missingText(consenting),
        onClick: confirm,
      }}
      onCancel={onCancel}
    >
      <Box variant="p">
        <TextWith
          text={role === null ? changesText.invitedAs : changesText.invitedAsWithNewRole}
          places={{
            address: <strong>{invitation.emailAddress}</strong>,
            account: invitation.accountName,
            role: roleName(invitation.role).toLowerCase(),
            newRole: role === null ? null : roleName(role).toLowerCase(),
          }}
        />
      </Box>
      <Box variant="p">{changesText.changeRoleEffect(invitation.userName)}</Box>
      {others.length === 1 ? null : (
        <FormField
          label={changesText.newRole}
          errorText={submitted && role === null ? changesText.roleMissing : undefined}
        >
          <RadioGroup
            ariaRequired
            value={role}
            onChange={({ detail }) => {
              setRole(others.find((each) => each === detail.value) ?? null);
            }}
            items={others.map((each) => ({ value: each, label: roleName(each) }))}
          />
        </FormField>
      )}
      <NotifyPicker
        notify={notify}
        onChange={setNotify}
        error={submitted && notify === null ? notifyMissing : undefined}
      />
      <ConsentFields consenting={consenting} difference={shown.difference} what="invitation" />
    </ConfirmDialog>
  );
}
