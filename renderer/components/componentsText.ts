import { formatNumber } from '../../shared/text/formats';
import { byCount } from '../../shared/text/pluralize';

/** What people read in the components that all rooms share. */
export const componentsText = {
  windowTitle: (screen: string) => `${screen} – AMC Access Manager`,
  sandbox: 'Sandbox',
  openInWindow: 'Open in new window',
  asOf: (time: string) => `as of ${time}`,
  sponsoredAdsHint: 'All its instances are for sponsored ads. You confirm the first change of its users.',
  accountCounts: 'By account',
  moreAccounts: (count: string) => `and ${count} more accounts`,

  fromRow: 'From {row}' as const,
  fromRowOfFile: 'From {row}, {file}' as const,

  copyId: (name: string, id: string) => `Copy ${name} ${id}`,
  copied: 'Copied',
  notCopied: 'Couldn’t copy. Bring the window to the front and try again.',
  copyFailed: 'Couldn’t copy. Select the text and copy it.',

  plansReplaced: (count: number) =>
    byCount(count, '1 earlier plan is replaced', `${formatNumber(count)} earlier plans are replaced`),
  planReplacedFor: (emailAddress: string, accountName: string, text: string) =>
    `${emailAddress} in ${accountName}: ${text}`,
  morePlansReplaced: (count: number) => `And ${formatNumber(count)} more.`,

  exportButton: 'Export',
  exporting: 'Exporting',
  excelWorkbook: 'Excel workbook',
  csv: 'CSV',
  saved: (what: string, fileName: string | undefined) =>
    fileName === undefined ? `Saved ${what}` : `Saved ${what} as ${fileName}`,

  yourKey: 'Your key',
  keyOf: (name: string) => `Key of ${name}`,

  details: 'Details',
  code: 'Code',
  errorDetails: 'More information',
  requestId: 'Amazon’s request ID',
};
