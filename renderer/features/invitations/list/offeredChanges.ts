import type { ListQuery } from '../../../queries/invitations';
import { isPendingOnly } from '../../../../shared/navigation/invitationFilter';
import type { Change } from '../changes/ChangeDialogs';
import type { SelectedInvitations } from '../changes/selectedInvitations';
import { listText } from './listText';

/** What can be done from the list: a button above it, and an item in each row's menu. */
export interface OfferedChange {
  readonly change: Change;
  readonly text: string;
}

const ofPending = [
  { change: 'resend', text: listText.resend },
  { change: 'changeRole', text: listText.changeRole },
  { change: 'revoke', text: listText.revoke },
] as const;
const ofEnded = [{ change: 'inviteAgain', text: listText.inviteAgain }] as const;

/** Only actions for invitations that may be listed. */
export function offeredChanges(query: ListQuery): readonly OfferedChange[] {
  if (isPendingOnly(query)) return ofPending;
  return query.states?.includes('pending') === false ? ofEnded : [...ofPending, ...ofEnded];
}

/** Whether the selection has what the change is for. */
export function isPossible(change: Change, { pending, ended }: SelectedInvitations): boolean {
  if (change === 'inviteAgain') return ended.length > 0;
  return change === 'changeRole' ? pending.length === 1 : pending.length > 0;
}
