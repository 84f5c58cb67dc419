import { randomUUID } from 'node:crypto';
import { CodedError } from '../../shared/errors';
import { batchFileEnding } from '../../shared/domain/approval/batchFile';
import { ruleText } from '../../shared/domain/approval/approvalText';
import type { ApprovalRule } from '../../shared/domain/approval/approvalRule';
import type { ReviewedRow } from '../../shared/domain/approval/batchReview';
import type { Approvals } from '../approvals/approvals';
import { fingerprint } from '../approvals/keys/fingerprint';
import type { Approving } from '../batches/approving/approving';
import type { ArrivedFiles } from '../batches/import/opening/arrivedFiles';
import type { Ask } from './confirmedEndpoints';
import { dialogsText } from './dialogsText';
import type { ShowOpenFileDialog, ShowSaveFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';
import { ipcErrorText } from './ipcErrorText';

interface ApprovalsHandlersDeps {
  readonly approvals: Approvals;
  readonly approving: Approving;
  readonly arrivedFiles: Pick<ArrivedFiles, 'pathOf'>;
  readonly ask: Ask;
  readonly chooseFile: ShowOpenFileDialog;
  readonly chooseNewFile: ShowSaveFileDialog;
}

/** What a person is asked to open as a batch file. */
export const batchFileToOpen: Parameters<ShowOpenFileDialog>[0] = {
  title: dialogsText.openBatchFile,
  kind: dialogsText.batchFiles,
  endings: [batchFileEnding],
};

export function approvalsHandlers(deps: ApprovalsHandlersDeps): AreaHandlers<'approvals'> {
  const { approvals, approving, arrivedFiles, ask, chooseFile, chooseNewFile } = deps;
  const whereTo =
    (title: string) =>
    (name: string): Promise<string | null> =>
      chooseNewFile({ title, name });
  return {
    ...keyHandlers(approvals),
    'approvals.rule': approvals.rule,
    'approvals.setRule': async ({ rule }) => {
      await approvals.setRule(rule, () => mayLoosen(rule, approvals.rule().rule, ask));
      return {};
    },
    'approvals.export': async ({ batchId }) => {
      const written = await approving.exportDraft(batchId, whereTo(dialogsText.saveForApproval));
      return written === null ? { saved: false, rows: 0, leftOut: 0 } : { saved: true, ...written };
    },
    'approvals.openFile': async () => {
      const path = await chooseFile(batchFileToOpen);
      return { fileId: path === null ? null : await approving.open(path) };
    },
    'approvals.openArrived': async ({ arrivedId }) => ({
      fileId: await approving.open(arrivedFiles.pathOf(arrivedId, 'batchFile')),
    }),
    ...reviewHandlers(approving),
    'approvals.answer': async (decision) => ({
      saved: (await approving.answer(decision, whereTo(dialogsText.saveAnswer))) !== null,
    }),
    'approvals.take': async ({ fileId }) => ({ batchId: await approving.take(fileId) }),
    'approvals.ofBatch': async ({ batchId }) => ({ status: await approving.ofBatch(batchId) }),
  };
}

/** How many rows cross to the page at once: checking and copying them blocks main for a few ms. */
const rowsAtOnce = 500;

/** How many reviews are remembered, for pages that are still asking for their rows. */
const maxReviews = 4;

function reviewHandlers({
  review: reviewed,
}: Pick<Approving, 'review'>): Pick<AreaHandlers<'approvals'>, `approvals.review${'' | 'Rows'}`> {
  const reviews = new Map<string, readonly ReviewedRow[]>();
  return {
    'approvals.review': async ({ fileId }) => {
      const { rows, ...review } = await reviewed(fileId);
      const reviewId = randomUUID();
      reviews.set(reviewId, rows);
      for (const oldest of [...reviews.keys()].slice(0, -maxReviews)) reviews.delete(oldest);
      return { review, reviewId, rows: rows.length };
    },
    'approvals.reviewRows': ({ reviewId, from }) => {
      const rows = reviews.get(reviewId);
      if (rows === undefined) throw new CodedError({ code: 'NOT_FOUND', message: ipcErrorText.reviewGone });
      return { rows: rows.slice(from, from + rowsAtOnce) };
    },
  };
}

const keyHandlers = (
  approvals: Approvals,
): Pick<AreaHandlers<'approvals'>, `approvals.${'keys' | 'confirmKey' | 'renameKey' | 'distrustKey'}`> => ({
  'approvals.keys': async () => {
    const colleagues = approvals.keys();
    try {
      const key = (await approvals.ownKey())?.publicKey;
      const own = key === undefined ? null : { key, phrase: fingerprint(key) };
      return { own, whyNot: null, colleagues };
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'KEYCHAIN_LOCKED') throw error;
      return { own: null, whyNot: error.message, colleagues };
    }
  },
  'approvals.confirmKey': (input) => {
    approvals.confirm(input);
    return {};
  },
  'approvals.renameKey': (input) => {
    approvals.rename(input);
    return {};
  },
  'approvals.distrustKey': ({ key }) => {
    approvals.distrust(key);
    return {};
  },
});

/** Asks where the page can't answer: a page that was taken over must not be able to switch the rule off. */
const mayLoosen = (rule: ApprovalRule, before: ApprovalRule, ask: Ask): Promise<boolean> =>
  ask({
    message: dialogsText.loosenRule,
    detail: dialogsText.loosenRuleDetail(ruleText(before), ruleText(rule)),
    agree: dialogsText.loosenRuleButton,
  });
