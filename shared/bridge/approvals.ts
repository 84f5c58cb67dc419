import { z } from 'zod';
import { approvalRule } from '../domain/approval/approvalRule';
import { loosening } from '../domain/approval/approvalStatus';
import { publicKey } from '../domain/approval/batchFile';
import {
  approvalOfBatch,
  batchReviewHead,
  reviewDecision,
  reviewedRow,
} from '../domain/approval/batchReview';
import { colleagueKey } from '../domain/approval/colleagueKey';
import { maxSignerName } from '../domain/approval/signerName';
import type { AreaChannels } from './channelSpec';
import { nothing } from './common';

const key = z.strictObject({ key: publicKey });
const namedKey = key.extend({
  name: z.string().trim().min(1, 'Enter whose key it is.').max(maxSignerName, 'Use at most 80 characters.'),
});
const fileId = z.strictObject({ fileId: z.string().min(1).max(64) });
const batchId = z.strictObject({ batchId: z.string().min(1).max(64) });

/** Fits the decisions about all rows of the largest batch, with comments. */
const maxDecisionBytes = 20 * 1_048_576;

/** Batches as signed files, keys, and the rule about a second person's approval. Nothing here calls Amazon. */
export const approvalsChannels = {
  /**
   * This installation's key, made once a person entered a name to sign with, and colleagues' keys. `whyNot`: why nothing can be
   * signed here; then there is no own key.
   */
  'approvals.keys': {
    input: nothing,
    output: z.object({
      own: z.object({ key: publicKey, phrase: z.array(z.string()) }).nullable(),
      whyNot: z.string().nullable(),
      colleagues: z.array(colleagueKey),
    }),
  },
  /** A person compared the key's words with its owner by phone. It counts for files that arrive from now on. */
  'approvals.confirmKey': { input: namedKey, output: z.object({}) },
  'approvals.renameKey': { input: namedKey, output: z.object({}) },
  /** What it signs is refused from now on, whatever times it says; what had arrived before stays. */
  'approvals.distrustKey': { input: key, output: z.object({}) },
  /** `loosened`: the last time that something that needed an approval no longer did. */
  'approvals.rule': {
    input: nothing,
    output: z.object({ rule: approvalRule, loosened: loosening.nullable() }),
  },
  /** A looser rule is confirmed in a system dialog first, or it is NOT_CONFIRMED. */
  'approvals.setRule': { input: z.strictObject({ rule: approvalRule }), output: z.object({}) },
  /** Shows a save dialog and writes the rows that can be sent, signed, for somebody else to approve. */
  'approvals.export': {
    input: batchId,
    output: z.object({ saved: z.boolean(), rows: z.number(), leftOut: z.number() }),
  },
  /** Shows an open dialog and reads a batch file; null if the person canceled. */
  'approvals.openFile': { input: nothing, output: z.object({ fileId: z.string().nullable() }) },
  /** Reads a batch file that was dropped on the window or opened with the app. */
  'approvals.openArrived': {
    input: z.strictObject({ arrivedId: z.string().max(64) }),
    output: z.object({ fileId: z.string() }),
  },
  /** A file that was read, held against what is known here. Its rows are asked for in pieces, by `reviewId`. */
  'approvals.review': {
    input: fileId,
    output: z.object({ review: batchReviewHead, reviewId: z.string(), rows: z.number() }),
  },
  /** Some of the rows of a review, beginning with the row `from`; NOT_FOUND if others were reviewed since. */
  'approvals.reviewRows': {
    input: z.strictObject({ reviewId: z.string().min(1).max(64), from: z.int().min(0) }),
    output: z.object({ rows: z.array(reviewedRow) }),
  },
  /** Signs a decision, shows a save dialog and writes it; `saved` is false if the person canceled. */
  'approvals.answer': {
    input: reviewDecision,
    output: z.object({ saved: z.boolean() }),
    maxInputBytes: maxDecisionBytes,
  },
  /** The batch that an answer belongs to; made from the approved rows where this installation is to send them. */
  'approvals.take': { input: fileId, output: z.object({ batchId: z.string() }) },
  /** How a batch stands with the rule. */
  'approvals.ofBatch': { input: batchId, output: z.object({ status: approvalOfBatch }) },
} satisfies AreaChannels<'approvals'>;
