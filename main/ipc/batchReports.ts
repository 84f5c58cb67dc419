import { basename } from 'node:path';
import { invitationLink } from '../../shared/domain/redeem/buildLink';
import type { Batches } from '../batches/batches';
import type { BatchSender } from '../batches/sending/batchSender';
import { linksTable, reportTable } from '../batches/sending/reportTable';
import type { TableToWrite } from '../batches/tables/request';
import { nameInFile } from '../batches/nameInFile';
import type { ShowSaveFileDialog } from './fileDialogs';
import type { AreaHandlers } from './handlers';
import { dialogsText } from './dialogsText';

interface ReportDeps {
  readonly batches: Pick<Batches, 'require'>;
  readonly batchSender: Pick<BatchSender, 'report' | 'links' | 'members' | 'sentRows' | 'sends'>;
  readonly chooseNewFile: ShowSaveFileDialog;
  readonly writeTable: (table: TableToWrite) => Promise<void>;
  /** The agency's own page with redeem links, as set in Settings; empty: none. */
  readonly redeemPage: () => string;
}

/** The results of a batch, on screen and as files. */
export function batchReportHandlers({
  batches,
  batchSender,
  chooseNewFile,
  writeTable,
  redeemPage,
}: ReportDeps): Pick<
  AreaHandlers<'batches'>,
  `batches.${'report' | 'exportReport' | 'links' | 'members' | 'exportLinks'}`
> {
  /** @param rows with their headers; created only once a place was selected */
  async function save(
    title: string,
    {
      batchId,
      what,
      format,
    }: { readonly batchId: string; readonly what: string; readonly format: 'csv' | 'xlsx' },
    rows: () => Promise<string[][]>,
  ): Promise<{ saved: boolean; fileName?: string; rows: number }> {
    const batch = nameInFile(batches.require(batchId).name);
    const file = await chooseNewFile({ title, name: `${batch} ${what}.${format}` });
    if (file === null) return { saved: false, rows: 0 };
    const written = await rows();
    await writeTable({ file, format, rows: written });
    return { saved: true, fileName: basename(file), rows: written.length - 1 };
  }

  return {
    'batches.report': async ({ batchId }) => ({ report: await batchSender.report(batchId) }),
    'batches.exportReport': ({ batchId, format }) =>
      save(dialogsText.saveReport, { batchId, what: 'report', format }, async () =>
        reportTable(await batchSender.sentRows(batchId), batchSender.sends(batchId)),
      ),
    'batches.links': async ({ batchId }) => ({ links: await batchSender.links(batchId) }),
    'batches.members': async ({ batchId }) => ({ members: await batchSender.members(batchId) }),
    'batches.exportLinks': ({ batchId }) =>
      save(dialogsText.saveLinks, { batchId, what: 'links', format: 'csv' }, async () =>
        linksTable(await batchSender.links(batchId), ({ invitationId, region }) =>
          invitationLink(invitationId, region, redeemPage()),
        ),
      ),
  };
}
