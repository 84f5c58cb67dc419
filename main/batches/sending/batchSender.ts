import type { Topic } from '../../../shared/bridge/channels';
import type { BatchMember } from '../../../shared/domain/batch/batchMember';
import { ledgerAddressesOf } from '../../access/ledger/ledgerAddresses';
import type { BatchSend } from '../../../shared/domain/approval/approvalStatus';
import type { BatchLink, BatchReport, BatchSending } from '../../../shared/domain/batch/batchReport';
import type { ChannelOutput, CheckedInput } from '../../../shared/bridge/ipc';
import type { HouseRules } from '../../../shared/domain/batch/rules/facts';
import type { Approvals } from '../../approvals/approvals';
import type { Outbox } from '../../outbox/outbox';
import type { Database } from '../../storage/database';
import { inTurns } from '../../storage/stepwise';
import type { Batches } from '../batches';
import { checkBatch } from '../checking/check';
import { sendBatch } from './sendBatch';
import { batchMembersOf } from './batchMembers';
import { linksOf, readSentRows, reportOf, type SentRow } from './sentRows';
import { previewUndo, undoBatch } from './undoBatch';

interface SenderDeps {
  readonly db: Database;
  readonly batches: Pick<Batches, 'checkOnline'>;
  readonly outbox: Pick<Outbox, 'inviteMany' | 'preview' | 'revoke'>;
  readonly approvals: Pick<Approvals, 'prepare' | 'admit' | 'sendsOf'>;
  readonly houseRules: () => HouseRules;
  /** Age, in minutes, at which an account's stored data is refreshed before sending. */
  readonly checkOnlineAfterMinutes: () => number;
  /** ms since 1970. */
  readonly now: () => number;
  readonly changed: (topic: Topic) => void;
}

/** From checked rows to invitations and their results. A batch that doesn't exist is a CodedError NOT_FOUND. */
export interface BatchSender {
  /** See `sendBatch`. If one batch is sent twice at once, the second starts after the first is recorded. */
  send(input: CheckedInput<'outbox.sendBatch'>): Promise<BatchSending>;
  previewUndo(batchId: string): Promise<ChannelOutput<'outbox.previewUndo'>>;
  undo(input: CheckedInput<'outbox.undoBatch'>): Promise<ChannelOutput<'outbox.undoBatch'>>;
  report(batchId: string): Promise<BatchReport>;
  links(batchId: string): Promise<BatchLink[]>;
  /** See 'batches.members'. */
  members(batchId: string): Promise<BatchMember[]>;
  /** Every row that was sent, in order. */
  sentRows(batchId: string): Promise<SentRow[]>;
  /** Under which rule and approval its runs went. */
  sends(batchId: string): BatchSend[];
}

export function createBatchSender(deps: SenderDeps): BatchSender {
  const { db, batches, outbox, approvals, houseRules, checkOnlineAfterMinutes, now, changed } = deps;
  let before: Promise<unknown> = Promise.resolve();
  return {
    send(input) {
      const sending = before.then(() =>
        sendBatch(
          {
            db,
            outbox,
            approvals,
            check: () => checkBatch(db, input.batchId, { house: houseRules(), now }),
            checkOnline: () => batches.checkOnline(input.batchId),
            oldAfterMs: checkOnlineAfterMinutes() * 60_000,
            now,
          },
          input,
        ),
      );
      before = sending.catch(() => undefined);
      return sending.finally(() => {
        changed('batches.changed');
      });
    },
    previewUndo: (batchId) => previewUndo({ db, outbox }, batchId),
    undo: (input) => undoBatch({ db, outbox }, input),
    async report(batchId) {
      await ledgerAddressesOf(db).bringUpToDate();
      return { ...(await inTurns(reportOf(db, batchId))), sends: approvals.sendsOf(batchId) };
    },
    links: (batchId) => inTurns(linksOf(db, batchId)),
    async members(batchId) {
      await ledgerAddressesOf(db).bringUpToDate();
      return inTurns(batchMembersOf(db, batchId));
    },
    async sentRows(batchId) {
      await ledgerAddressesOf(db).bringUpToDate();
      return inTurns(readSentRows(db, batchId));
    },
    sends: (batchId) => approvals.sendsOf(batchId),
  };
}
