import type { ReactElement } from 'react';
import type { MemberDialogProps, MembersChange } from './memberDialog';
import { RemoveMembersDialog } from './RemoveMembersDialog';
import { SetRoleDialog } from './SetRoleDialog';

/** The dialog that asks before members are changed. @param change null: no dialog is open */
export function MemberDialogs({
  change,
  ...props
}: MemberDialogProps & { readonly change: MembersChange | null }): ReactElement | null {
  if (change === null) return null;
  return change === 'remove' ? <RemoveMembersDialog {...props} /> : <SetRoleDialog {...props} />;
}
