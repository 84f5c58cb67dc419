import type { Member, MemberRef } from '../../../../shared/domain/member/member';
import type { Written } from '../../results/resultsContext';

/** What can be done with selected members. */
export type MembersChange = 'setRole' | 'remove';

/** A selected member of an account, as one connection reaches it. */
export interface SelectedMember extends MemberRef, Pick<Member, 'maskedEmail' | 'role'> {
  readonly accountName: string;
}

/** A dialog about selected members of one account or several. */
export interface MemberDialogProps {
  readonly selected: readonly SelectedMember[];
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}
