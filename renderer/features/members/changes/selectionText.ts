import { accountRefKey } from '../../../../shared/util/accountKey';
import { counted } from '../../../components/text/formatTime';
import type { SelectedMember } from './memberDialog';
import { memberChangesText } from './memberChangesText';

/** How a dialog names what it changes. */
interface SelectionText {
  /** "3 members". */
  readonly members: string;
  /** "5 accounts"; null if all selected members are in one account. */
  readonly accounts: string | null;
  /** The name of the only account, or "these accounts". */
  readonly where: string;
}

/** @param included those whom the change includes; without any, the selected ones are counted */
export function selectionText(
  selected: readonly SelectedMember[],
  included: readonly SelectedMember[],
): SelectionText {
  const counting = included.length === 0 ? selected : included;
  const members = counted(counting.length, 'member');
  const names = new Map(selected.map((member) => [accountRefKey(member), member.accountName]));
  const [name = ''] = names.values();
  if (names.size <= 1) return { members, accounts: null, where: name };
  const accounts = counted(new Set(counting.map(accountRefKey)).size, 'account');
  return { members, accounts, where: memberChangesText.theseAccounts };
}
