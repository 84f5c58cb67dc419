import type { AccountRef } from '../../../shared/domain/account/account';
import { isSamePlan, maxReplacedListed } from '../../../shared/domain/account/plannedInstances';
import {
  planCell,
  planRemainsText,
  planReplacedText,
} from '../../../shared/domain/account/plannedInstancesText';
import type { BatchRow, DryRun, PlannedInCall, RowFindingCode } from '../../../shared/domain/batch/batch';
import { CodedError } from '../../../shared/errors';
import { compareNames } from '../../../shared/text/formats';
import { renderCreate } from '../../amazonAds/invitations/invitationChanges';
import { agreementOf } from '../../outbox/agreed/agreement';
import { type AgreedChange } from '../../outbox/drafting/changesOf';
import type { Database } from '../../storage/database';
import { inTurns } from '../../storage/stepwise';
import { blockedText } from './blockedText';
import type { Checked } from './check';
import { estimateMs } from '../sending/estimate';
import { isLocked } from '../lockedRows';
import {
  callsOf,
  selectedRows,
  sendableRows,
  type AccountCalls,
  type RowSelection,
  type SendableRow,
} from '../sending/selectedRows';
import { checkingErrorText } from './checkingErrorText';

/** What sending these rows would do. */
export async function dryRunOf(
  db: Database,
  checked: Checked,
  notify: boolean | null,
  selection: RowSelection,
): Promise<DryRun> {
  const rows = await inTurns(sendableRows(checked, selection));
  const agreement = await inTurns(
    agreementOf(db, rows.map(invitationOf), { notify, revision: checked.revision }),
  );
  const accounts = (await inTurns(callsOf(rows)))
    .map(numbersOf)
    .sort((one, other) => compareNames(one.accountName, other.accountName));
  const selected = selectedRows(checked, selection);
  return {
    invitations: agreement.total,
    admins: agreement.admins,
    calls: accounts.reduce((total, { calls }) => total + calls, 0),
    emails: notify === true ? agreement.total : 0,
    ...blockedOf(selected, checked),
    sent: selected.filter(isLocked).length,
    accounts,
    ...plansOf(rows),
    estimateMs: estimateMs(db, accounts),
    agreement,
  };
}

const invitationOf = ({ account, invitee, planned }: SendableRow): AgreedChange => ({
  ...account,
  ...invitee,
  kind: 'create',
  invitationId: null,
  userId: null,
  plan: planned?.plan ?? null,
});

function numbersOf({ account, accountName, calls }: AccountCalls): DryRun['accounts'][number] {
  const rows = calls.flat();
  return {
    account,
    accountName,
    invitations: rows.length,
    admins: rows.filter(({ invitee }) => invitee.role === 'admin').length,
    calls: calls.length,
    planned: rows.filter(hasPlan).length,
  };
}

/** Counted as in the grid: a row with several errors under each of them; most frequent reason first. */
function blockedOf(
  rows: readonly BatchRow[],
  { findings }: Checked,
): Pick<DryRun, 'blocked' | 'blockedRows'> {
  const counts = new Map<RowFindingCode, number>();
  let blockedRows = 0;
  for (const { rowId } of rows) {
    const errors = findings.get(rowId)?.filter(({ level }) => level === 'error') ?? [];
    if (errors.length > 0) blockedRows += 1;
    for (const code of new Set(errors.map((each) => each.code))) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const blocked = [...counts]
    .map(([code, rows]) => ({ code, message: blockedText[code], rows }))
    .sort((one, other) => other.rows - one.rows);
  return { blocked, blockedRows };
}

const hasPlan = ({ planned }: SendableRow): boolean => {
  const plan = planned?.plan ?? null;
  return plan !== null && plan !== 'none';
};

function plansOf(rows: readonly SendableRow[]): Pick<DryRun, 'planned' | 'replacedPlans'> {
  const first: DryRun['replacedPlans']['first'] = [];
  let [planned, count] = [0, 0];
  for (const row of rows) {
    if (hasPlan(row)) planned += 1;
    const text = replacedText(row);
    if (text === null) continue;
    count += 1;
    const { accountName, invitee } = row;
    if (first.length < maxReplacedListed)
      first.push({ emailAddress: invitee.emailAddress, accountName, text });
  }
  return { planned, replacedPlans: { count, first } };
}

/** What a row does to an earlier, different plan; null if there is none. */
function replacedText({ planned }: SendableRow): string | null {
  const { plan = null, before = null } = planned ?? {};
  if (plan === null || before === null || isSamePlan(plan, before.wanted)) return null;
  return planReplacedText(before.plannedAt, before.wanted, plan);
}

function plannedOf(row: SendableRow): PlannedInCall[] {
  const { plan = null, before = null } = row.planned ?? {};
  const { emailAddress } = row.invitee;
  if (plan !== null) return [{ emailAddress, instances: planCell(plan), note: replacedText(row) }];
  if (before === null) return [];
  return [{ emailAddress, instances: planCell(before.wanted), note: planRemainsText(before.plannedAt) }];
}

/** A call that sending would make: its bytes as text, and the instances planned for its people, which aren't part of it. */
export interface DryRunCall {
  readonly body: string;
  readonly planned: PlannedInCall[];
}

/**
 * The bytes of one call that sending would make, as text: what the outbox would record.
 * @throws CodedError INVALID_INPUT while it isn't selected whether Amazon emails the people; NOT_FOUND when there is no such call
 */
export async function dryRunCallOf(
  checked: Checked,
  notify: boolean | null,
  { account, call }: { readonly account: AccountRef; readonly call: number },
): Promise<DryRunCall> {
  if (notify === null) {
    throw new CodedError({
      code: 'INVALID_INPUT',
      message: checkingErrorText.notifyMissing,
    });
  }
  const [only] = await inTurns(callsOf(await inTurns(sendableRows(checked, { accounts: [account] }))));
  const rows = only?.calls[call];
  if (rows === undefined) {
    throw new CodedError({
      code: 'NOT_FOUND',
      message: checkingErrorText.callChanged,
    });
  }
  const invitees = rows.map(({ invitee }) => invitee);
  return {
    body: Buffer.from(renderCreate(invitees, notify)).toString('utf8'),
    planned: rows.flatMap(plannedOf),
  };
}
