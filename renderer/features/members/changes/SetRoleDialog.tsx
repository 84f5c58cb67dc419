import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState, type ReactElement } from 'react';
import { roleName, roles, type Role } from '../../../../shared/domain/invitation/role';
import { memberRefOf } from '../../../../shared/domain/member/member';
import { missingText } from '../../../components/consent/agreementText';
import { ConfirmDialog } from '../../../components/consent/ConfirmDialog';
import { ConsentFields } from '../../../components/consent/ConsentFields';
import { useMembersAgreement } from '../../../queries/agreement';
import { useSetMemberRole } from '../../../queries/members';
import { useConsent } from '../../../queries/useConsent';
import type { MemberDialogProps } from './memberDialog';
import { memberChangesText } from './memberChangesText';
import { LeftOutMembers } from './LeftOutMembers';
import { MemberPeople } from './MemberPeople';
import { selectionText } from './selectionText';
import { withoutLeftOut } from './withoutLeftOut';

/** Asks for the new role of members; none is preselected. */
export function SetRoleDialog({ selected, onCancel, onSent }: MemberDialogProps): ReactElement {
  const [role, setRole] = useState<Role | null>(null);
  const [submitted, setSubmitted] = useState(false);
  const change = useSetMemberRole();
  const members = selected.map(memberRefOf);
  const shown = useMembersAgreement(
    String(role),
    role === null ? null : { change: 'setRole', role, members },
  );
  const consenting = useConsent(shown.agreement);
  const leftOut = shown.preview?.leftOut ?? [];
  const included = withoutLeftOut(selected, leftOut);
  const { members: count, accounts, where } = selectionText(selected, included);
  const confirm = (): void => {
    setSubmitted(true);
    if (role === null || consenting.consent === null) return;
    change.mutate(
      { members, role, ...consenting.consent },
      {
        onSuccess: (answer) => {
          if (!answer.agreed) {
            shown.differs(answer.difference);
            return;
          }
          onSent({ operationIds: answer.operationIds, runId: answer.runId });
        },
      },
    );
  };
  return (
    <ConfirmDialog
      header={memberChangesText.roleTitle(count, accounts)}
      failure={{ header: memberChangesText.roleFailed, error: change.error ?? shown.error }}
      confirm={{
        text:
          role === null
            ? memberChangesText.roleConfirm(count, accounts)
            : memberChangesText.roleConfirmTo(count, accounts, roleName(role).toLowerCase()),
        pending: change.isPending,
        missing: role === null ? undefined : missingText(consenting),
        onClick: confirm,
      }}
      onCancel={onCancel}
    >
      <Box variant="p">{memberChangesText.roleEffect(where)}</Box>
      <MemberPeople members={included} withAccount={accounts !== null} />
      <FormField
        label={memberChangesText.newRole}
        errorText={submitted && role === null ? memberChangesText.roleMissing : undefined}
      >
        <RadioGroup
          ariaRequired
          value={role}
          onChange={({ detail }) => {
            setRole(roles.find((each) => each === detail.value) ?? null);
          }}
          items={[...roles].reverse().map((each) => ({ value: each, label: roleName(each) }))}
        />
      </FormField>
      <LeftOutMembers leftOut={leftOut} />
      <ConsentFields consenting={consenting} difference={shown.difference} what="member" />
    </ConfirmDialog>
  );
}
