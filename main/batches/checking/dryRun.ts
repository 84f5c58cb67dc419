import type { AccountRef } from '../../../shared/domain/account/account';
import type { BatchRow, DryRun, RowFindingCode } from '../../../shared/domain/batch/batch';
import { CodedError } from '../../../shared/errors';
import { compareNames } from '../../../shared/text/formats';
import { renderCreate } from '../../amazonAds/invitationChanges';
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
    estimateMs: estimateMs(db, accounts),
    agreement,
  };
}

const invitationOf = ({ account, invitee }: SendableRow): AgreedChange => ({
  ...account,
  ...invitee,
  kind: 'create',
  invitationId: null,
  userId: null,
});

function numbersOf({ account, accountName, calls }: AccountCalls): DryRun['accounts'][number] {
  const invitees = calls.flat();
  return {
    account,
    accountName,
    invitations: invitees.length,
    admins: invitees.filter(({ role }) => role === 'admin').length,
    calls: calls.length,
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

/**
 * The bytes of one call that sending would make, as text: what the outbox would record.
 * @throws CodedError INVALID_INPUT while it isn't selected whether Amazon emails the people; NOT_FOUND when there is no such call
 */
export async function dryRunCallOf(
  checked: Checked,
  notify: boolean | null,
  { account, call }: { readonly account: AccountRef; readonly call: number },
): Promise<string> {
  if (notify === null) {
    throw new CodedError({
      code: 'INVALID_INPUT',
      message: checkingErrorText.notifyMissing,
    });
  }
  const [only] = await inTurns(callsOf(await inTurns(sendableRows(checked, { accounts: [account] }))));
  const invitees = only?.calls[call];
  if (invitees === undefined) {
    throw new CodedError({
      code: 'NOT_FOUND',
      message: checkingErrorText.callChanged,
    });
  }
  return Buffer.from(renderCreate(invitees, notify)).toString('utf8');
}
