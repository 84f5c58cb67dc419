import type { Exclusion } from '../../../shared/domain/invitation/exclusions';
import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import type { Outbox } from '../../outbox/outbox';
import type { Database } from '../../storage/database';
import { inTurns } from '../../storage/stepwise';
import { undoable, type Undoable } from './sentRows';

interface UndoDeps {
  readonly db: Database;
  readonly outbox: Pick<Outbox, 'preview' | 'revoke'>;
}

/** What undoing would revoke now; see 'outbox.previewUndo'. */
export async function previewUndo(
  { db, outbox }: UndoDeps,
  batchId: string,
): Promise<ChannelOutput<'outbox.previewUndo'>> {
  const { invitations, kept } = await inTurns(undoable(db, batchId));
  const { agreement, leftOut } = await outbox.preview({ change: 'revoke', invitations });
  return { agreement, kept: leftAndExcluded(kept, leftOut) };
}

/** Revokes what is still pending of a batch, if it matches what was agreed; see 'outbox.undoBatch'. */
export async function undoBatch(
  { db, outbox }: UndoDeps,
  { batchId, ...consent }: CheckedInput<'outbox.undoBatch'>,
): Promise<ChannelOutput<'outbox.undoBatch'>> {
  const { invitations, kept } = await inTurns(undoable(db, batchId));
  if (invitations.length === 0 && consent.agreed.total === 0) {
    return { agreed: true, operationIds: [], kept: [...kept] };
  }
  const revoked = await outbox.revoke({ invitations, ...consent });
  if (!revoked.agreed) return revoked;
  const { operationIds, leftOut } = revoked;
  return { agreed: true, operationIds, kept: leftAndExcluded(kept, leftOut) };
}

/** What can't be revoked now stays pending for the time being. */
function leftAndExcluded(
  kept: Undoable['kept'],
  leftOut: readonly Exclusion[],
): ChannelOutput<'outbox.previewUndo'>['kept'] {
  const rows = leftOut.reduce((sum, { invitations: some }) => sum + some.length, 0);
  return rows === 0 ? [...kept] : [...kept, { state: 'pending', rows }];
}
