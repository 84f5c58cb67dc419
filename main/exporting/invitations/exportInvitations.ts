import { listInvitations } from '../../access/invitations/invitations';
import { connectionLabel, requireAccount } from '../../access/accountAccess';
import { ledgerAddressesOf } from '../../access/ledger/ledgerAddresses';
import { groupNameOf } from '../../access/labels/groups';
import { spreadsheetTime } from '../../files/csv';
import { saveFile } from '../../files/saveFile';
import type { Database } from '../../storage/database';
import type { InvitationsExport } from '../request';
import { asOneReading } from '../table/asOneReading';
import { columnsAbout, csvSlices } from '../table/csvSlices';
import { sheetOf, workbook } from '../table/workbook';
import { accountsOf, keyOf } from './exportedAccounts';
import { filterTexts } from './filterWords';
import { accountColumns, invitationColumns } from './invitationColumns';

/** No table has more rows. */
const all = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };

/**
 * Writes the matching stored invitations to a file, in the requested order. It may take long, so the app runs it in a separate
 * process (process.ts).
 * @returns how many there were
 * @throws CodedError NOT_FOUND for an unknown account; DISK_FULL or FILE_NOT_SAVED, and then leaves no file
 */
export async function exportInvitations(db: Database, request: InvitationsExport): Promise<number> {
  const { file, format, now, sort, descending, ...filter } = request;
  await ledgerAddressesOf(db).bringUpToDate();
  const { invitations, accounts, texts } = asOneReading(db, () => {
    const found = listInvitations(db, { ...filter, ...all, sort, descending }, now).invitations;
    return {
      invitations: found,
      accounts: accountsOf(db, filter, found),
      texts: filterTexts(filter, {
        account: (account) => requireAccount(db, account).name,
        connection: (connectionId) => connectionLabel(db, connectionId),
        group: (groupId) => groupNameOf(db, groupId),
      }),
    };
  });
  const byKey = new Map(accounts.map((account) => [keyOf(account), account]));
  const columns = invitationColumns((invitation) => byKey.get(keyOf(invitation)));
  const about = texts.length === 0 ? 'All invitations' : texts.join('; ');
  if (format === 'csv') {
    await saveFile(file, csvSlices([...columns, ...columnsAbout(about, now)], invitations));
  } else {
    const lines = ['AMC invitations', `Shown: ${about}`, `Exported: ${spreadsheetTime(now)} (UTC)`];
    const sheets = [
      sheetOf({ name: 'Invitations', columns, rows: invitations, about: lines }),
      sheetOf({ name: 'Accounts', columns: accountColumns, rows: accounts }),
    ];
    await saveFile(file, [await workbook(sheets)]);
  }
  return invitations.length;
}
