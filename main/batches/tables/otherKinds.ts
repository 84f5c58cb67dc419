import { notTaken } from './troubles';
import { tablesErrorText } from './tablesErrorText';

/** Files that begin like this aren't supported. */
const otherKinds: readonly (readonly [mark: string, what: string])[] = [
  ['%PDF', 'a PDF'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['II*\0', 'a picture'],
  ['{\\rtf', 'a text document'],
  ['%!PS', 'a document for printing'],
  ['SQLite format 3\0', 'a database'],
  ['bplist00', 'a settings file of macOS'],
];

/** Archives, which may contain a list. */
const archives: readonly (readonly [mark: string, what: string])[] = [
  ['\x1f\x8b', 'gzip'],
  ['BZh', 'bzip2'],
  ['7z\xbc\xaf\x27\x1c', '7-Zip'],
  ['Rar!\x1a\x07', 'RAR'],
  ['\xfd7zXZ\0', 'xz'],
  ['\x28\xb5\x2f\xfd', 'Zstandard'],
];

/**
 * Refuses files other than text and Excel workbooks, by their first bytes.
 * @throws CodedError INVALID_INPUT that names the kind and what to do
 */
export function refuseOtherKinds(bytes: Buffer, fileName: string): void {
  if (bytes.length === 0) throw notTaken(tablesErrorText.empty(fileName));
  const start = bytes.subarray(0, 16).toString('latin1');
  // Compound File Binary: the container of encrypted workbooks ([MS-OFFCRYPTO] 2.3.4), of Outlook's messages ([MS-OXMSG])
  // and of Excel's format before 2007.
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw notTaken(compoundFile(bytes, fileName));
  // A workbook of Excel 2 to 4, which has no container ([MS-XLS] BOF).
  if (/^\x09[\0\x02\x04][\x04\x06]\0/.test(start)) throw notTaken(oldExcel(fileName));
  const archive = archives.find(([mark]) => start.startsWith(mark));
  if (archive !== undefined) {
    throw notTaken(tablesErrorText.compressed(fileName, archive[1]));
  }
  const other = otherKinds.find(([mark]) => start.startsWith(mark));
  if (other !== undefined) {
    throw notTaken(tablesErrorText.otherKind(fileName, other[1]));
  }
}

const holds = (bytes: Buffer, name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));

function compoundFile(bytes: Buffer, fileName: string): string {
  if (holds(bytes, 'EncryptedPackage')) {
    return `${fileName} is protected with a password. Open it in Excel, remove the password under “Protect workbook”, save it, and select it again.`;
  }
  if (holds(bytes, '__substg1.0_') || holds(bytes, '__properties_version1.0')) {
    return `${fileName} is an Outlook message, not a table. Copy the addresses from its To and Cc lines and paste them as text.`;
  }
  if (holds(bytes, 'WordDocument')) {
    return `${fileName} is a Word document. Copy the list from it and paste it as text.`;
  }
  return oldExcel(fileName);
}

const oldExcel = (fileName: string): string =>
  `${fileName} is in the old Excel format (.xls). Open it in Excel, save it as .xlsx, and select that.`;
