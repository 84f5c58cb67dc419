import type { InviteeGroups, InviteeInPlace } from '../../outbox/drafting/draftBatch';
import type { Stepwise } from '../../storage/stepwise';
import { byAccount, type SendableRow } from './selectedRows';

/** How many people are processed in one step: one account can have all 20,000. */
const inviteesAStep = 500;

/** Whom the rows invite, by account. */
export function* groupsOf(rows: readonly SendableRow[]): Stepwise<InviteeGroups> {
  const groups: InviteeGroups[number][] = [];
  for (const [{ account }, own] of yield* byAccount(rows)) {
    const invitees: InviteeInPlace[] = [];
    for (const { rowId, rowNumber, invitee, planned, failedOperation } of own) {
      const { emailAddress, userName, role } = invitee;
      const plan = planned?.plan ?? null;
      invitees.push({ emailAddress, userName, role, plan, rowId, rowNumber, replaces: failedOperation });
      if (invitees.length % inviteesAStep === 0) yield;
    }
    groups.push({ account, invitees });
  }
  return groups;
}
