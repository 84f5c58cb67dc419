import type { Account } from '../../../../shared/domain/account/account';
import type { Member } from '../../../../shared/domain/member/member';
import type { Written } from '../../results/resultsContext';

/** What can be done with selected members. */
export type MembersChange = 'setRole' | 'remove';

/** A dialog about selected members of one account. */
export interface MemberDialogProps {
  readonly account: Account;
  readonly selected: readonly Member[];
  readonly onCancel: () => void;
  readonly onSent: (written: Written) => void;
}
