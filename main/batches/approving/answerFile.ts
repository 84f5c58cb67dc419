import { randomUUID } from 'node:crypto';
import type { AnswerFile, DraftFile, Signer } from '../../../shared/domain/approval/batchFile';
import type { ReviewDecision } from '../../../shared/domain/approval/batchReview';
import { visibleText } from '../../../shared/people/characters';
import { formatList } from '../../../shared/text/formats';
import type { Approvals } from '../../approvals/approvals';
import { contentOf } from '../../approvals/file/content';
import type { ReceivedFile } from '../../approvals/received/receivedFiles';
import type { Database } from '../../storage/database';
import { approvingErrorText } from './approvingErrorText';
import { invalid } from './draftFile';
import { ownAccounts } from './ownAccounts';
import { uncheckedAccounts } from './reviewFile';

/** A decision that nobody signed yet. */
export type UnsignedAnswer = Omit<AnswerFile['body'], 'approver' | 'contentHash'>;

interface AnswerDeps {
  readonly db: Database;
  readonly approvals: Pick<Approvals, 'isOwn' | 'keyOf'>;
  /** ms since 1970. */
  readonly now: () => number;
}

/** How many accounts a sentence names. */
const maxNamed = 5;

/**
 * What an approver decided about a draft. Rows can only be removed: the draft itself, signed by its drafter, is part of it.
 * @throws CodedError INVALID_INPUT when this person can't approve it, or hasn't agreed to what couldn't be checked
 */
export function answerTo(
  { db, approvals, now }: AnswerDeps,
  { file }: ReceivedFile,
  { decision, removedRowIds, comment, rowComments, uncheckedAccountIds, senderKey }: ReviewDecision,
): UnsignedAnswer {
  if (file.kind !== 'draft') throw invalid(approvingErrorText.notADraft);
  if (approvals.isOwn(file.body.drafter.key)) throw invalid(approvingErrorText.ownDraft);
  const drafted = new Set(file.body.rows.map(({ rowId }) => rowId));
  const removed = new Set(removedRowIds);
  const written = rowComments.flatMap(({ rowId, text }) => {
    const shown = visibleText(text);
    return shown === '' ? [] : [{ rowId, text: shown }];
  });
  if ([...removed, ...written.map(({ rowId }) => rowId)].some((rowId) => !drafted.has(rowId))) {
    throw invalid(approvingErrorText.unknownRow);
  }
  const content = contentOf(file, removedRowIds);
  const unchecked = uncheckedAccounts(db, file, removed);
  if (decision === 'approved') {
    if (content.rows.length === 0) throw invalid(approvingErrorText.approveNothing);
    const agreed = new Set(uncheckedAccountIds);
    const names = unchecked.filter(({ accountId }) => !agreed.has(accountId)).map(({ name }) => name);
    if (names.length > 0) throw invalid(approvingErrorText.unchecked(formatList(names.slice(0, maxNamed))));
  }
  const known = ownAccounts(db, file.body.realm);
  const accountIds = new Set(file.body.rows.map(({ accountId }) => accountId));
  const ages = [...accountIds].flatMap((accountId) => known.get(accountId)?.asOf ?? []);
  return {
    approvalId: randomUUID(),
    decision,
    draft: file,
    removedRowIds: [...removed].sort(),
    sender: senderOf(approvals, file, senderKey),
    approverSnapshotAt: ages.length === 0 ? null : Math.min(...ages),
    uncheckedAccountIds: decision === 'approved' ? unchecked.map(({ accountId }) => accountId) : [],
    decidedAt: now(),
    comment: visibleText(comment),
    rowComments: written,
  };
}

function senderOf(
  { isOwn, keyOf }: AnswerDeps['approvals'],
  { body: { drafter } }: DraftFile,
  key: string,
): Signer {
  if (isOwn(key)) throw invalid(approvingErrorText.approverSends);
  if (key === drafter.key) return drafter;
  const known = keyOf(key);
  if (known?.state !== 'confirmed') throw invalid(approvingErrorText.unknownSender);
  return { key, name: known.name };
}
