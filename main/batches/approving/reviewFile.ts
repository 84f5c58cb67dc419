import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AnswerFile, DraftFile, FileRow, Signer } from '../../../shared/domain/approval/batchFile';
import type {
  BatchReview,
  KnownSigner,
  ReviewedAccount,
  ReviewedRow,
} from '../../../shared/domain/approval/batchReview';
import type { AccountRef } from '../../../shared/domain/account/account';
import { createRowCheck } from '../../../shared/domain/batch/rules/checkRow';
import type { HouseRules } from '../../../shared/domain/batch/rules/facts';
import { groupBy } from '../../../shared/util/groupBy';
import type { Approvals } from '../../approvals/approvals';
import { fingerprint } from '../../approvals/keys/fingerprint';
import { draftOf, type ReceivedFile } from '../../approvals/received/receivedFiles';
import type { Database } from '../../storage/database';
import { collectFacts } from '../checking/facts';
import { forEachInSlices } from '../forEachInSlices';
import { approvingErrorText } from './approvingErrorText';
import { ownAccounts, type OwnAccount } from './ownAccounts';

interface ReviewDeps {
  readonly db: Database;
  readonly approvals: Pick<Approvals, 'isOwn' | 'nameOf' | 'keyOf' | 'keys'>;
  readonly houseRules: () => HouseRules;
  /** ms since 1970. */
  readonly now: () => number;
  /** Whether a batch with this ID is here. */
  readonly isHere: (batchId: string) => boolean;
}

/** A file held against what this desktop knows: never what the file says about accounts, connections or keys. */
export async function reviewOf(deps: ReviewDeps, received: ReceivedFile): Promise<BatchReview> {
  const { file, fileId, receivedAt } = received;
  const { body } = draftOf(file);
  const known = ownAccounts(deps.db, body.realm);
  const answer = file.kind === 'answer' ? file : null;
  const rows = await reviewedRows(deps, body.rows, { known, answer });
  await nextTurn();
  const accounts = reviewedAccounts(body.rows, known);
  const ages = accounts.flatMap(({ asOf }) => asOf ?? []);
  const signer = (each: Signer): KnownSigner => knownSigner(deps, each);
  const drafter = signer(body.drafter);
  const { batchId, batchName, realm, notify, draftedAt, snapshotAt } = body;
  return {
    ...{ fileId, receivedAt, batchId, batchName, realm, notify, draftedAt, drafter, snapshotAt, accounts },
    ownSnapshotAt: ages.length === 0 ? null : Math.min(...ages),
    rows,
    senders: sendersOf(deps, drafter, signer),
    whyNot:
      answer !== null
        ? approvingErrorText.notADraft
        : drafter.state === 'own'
          ? approvingErrorText.ownDraft
          : null,
    answer: answer === null ? null : answerOf(deps, received, answer, signer),
  };
}

function answerOf(
  { isHere, approvals }: ReviewDeps,
  { trust }: ReceivedFile,
  { body }: AnswerFile,
  signer: (each: Signer) => KnownSigner,
): BatchReview['answer'] {
  const { decision, approver, sender, decidedAt, comment, uncheckedAccountIds, draft } = body;
  const canBeMade = decision === 'approved' && approvals.isOwn(sender.key);
  return {
    ...{ decision, decidedAt, comment, uncheckedAccountIds },
    approver: signer(approver),
    sender: signer(sender),
    counts: trust === 'confirmed',
    canBeTaken: canBeMade || isHere(draft.body.batchId),
  };
}

function knownSigner({ approvals }: ReviewDeps, each: Signer): KnownSigner {
  return {
    key: each.key,
    name: approvals.nameOf(each),
    state: approvals.isOwn(each.key) ? 'own' : (approvals.keyOf(each.key)?.state ?? 'unconfirmed'),
    phrase: fingerprint(each.key),
  };
}

const sendersOf = (
  { approvals }: ReviewDeps,
  drafter: KnownSigner,
  signer: (each: Signer) => KnownSigner,
): KnownSigner[] => [
  ...(drafter.state === 'distrusted' ? [] : [drafter]),
  ...approvals
    .keys()
    .filter(({ key, state }) => state === 'confirmed' && key !== drafter.key)
    .map(signer),
];

/** Those that couldn't be read here first. */
function reviewedAccounts(
  rows: readonly FileRow[],
  known: ReadonlyMap<string, OwnAccount>,
): ReviewedAccount[] {
  return [...groupBy(rows, ({ accountId }) => accountId)]
    .map(([accountId, own]): ReviewedAccount => {
      const account = known.get(accountId);
      const admins = own.filter(({ role }) => role === 'admin').length;
      const name = account?.name ?? own[0]?.accountName ?? '';
      const asOf = account?.asOf ?? null;
      return { accountId, name: name || accountId, checked: asOf !== null, asOf, rows: own.length, admins };
    })
    .sort((one, other) => Number(one.checked) - Number(other.checked));
}

async function reviewedRows(
  { db, houseRules, now }: ReviewDeps,
  rows: readonly FileRow[],
  { known, answer }: { readonly known: ReadonlyMap<string, OwnAccount>; readonly answer: AnswerFile | null },
): Promise<ReviewedRow[]> {
  const placed = rows.map((row, position) => {
    const own = known.get(row.accountId);
    const account: AccountRef | null =
      own === undefined ? null : { connectionId: own.connectionId, accountId: row.accountId };
    const isChecked = own?.asOf !== undefined && own.asOf !== null;
    return { row, emailAddress: row.emailAddress, isChecked, account, position };
  });
  const facts = await collectFacts(db, placed, { house: houseRules(), at: now() });
  const removed = new Set(answer?.body.removedRowIds);
  const comments = new Map(answer?.body.rowComments.map(({ rowId, text }) => [rowId, text]));
  const check = createRowCheck(facts);
  const reviewed: ReviewedRow[] = [];
  await forEachInSlices(placed, ({ row, isChecked, account, position }) => {
    const { rowId, accountName: accountText, emailAddress, userName, role, note } = row;
    const cells = { rowId, position, account, accountText, emailAddress, userName, role, note };
    const { findings } = check({ ...cells, instances: row.instances, sent: false });
    reviewed.push({
      ...row,
      findings: isChecked ? findings : [],
      differs: isChecked && findings.some(({ code }) => !row.warnings.includes(code)),
      ...{ removed: removed.has(rowId), comment: comments.get(rowId) ?? '' },
    });
  });
  return reviewed;
}

/** The accounts of a draft's remaining rows that can't be checked here. */
export const uncheckedAccounts = (
  db: Database,
  { body }: DraftFile,
  removedRowIds: ReadonlySet<string>,
): ReviewedAccount[] =>
  reviewedAccounts(
    body.rows.filter(({ rowId }) => !removedRowIds.has(rowId)),
    ownAccounts(db, body.realm),
  ).filter(({ checked }) => !checked);
