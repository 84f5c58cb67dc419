import { planCell } from '../../../shared/domain/account/plannedInstancesText';
import type { BatchMember } from '../../../shared/domain/batch/batchMember';
import { membersInvited } from '../../access/members/listing/memberInvitations';
import type { Database } from '../../storage/database';
import type { Stepwise } from '../../storage/stepwise';
import { requireListed } from '../reading';
import { readSentRows } from './sentRows';

/**
 * Those who accepted invitations of a batch, with who they are among the members, as of `LedgerAddresses.bringUpToDate`.
 * @throws CodedError NOT_FOUND
 */
export function* batchMembersOf(db: Database, batchId: string): Stepwise<BatchMember[]> {
  requireListed(db, batchId);
  const members: BatchMember[] = [];
  for (const { state, ...row } of yield* readSentRows(db, batchId)) {
    if (state !== 'accepted') continue;
    const { rowId, emailAddress, userName, accountName } = row;
    const [member = null] = membersInvited(db, row);
    const planned = planCell(row.planned);
    members.push({ rowId, emailAddress, userName, accountName, planned, member });
    yield;
  }
  return members;
}
