import { notTaken } from './troubles';
import { tablesErrorText } from './tablesErrorText';

/** Files that begin like this aren't supported. */
const otherKinds: readonly (readonly [mark: string, kind: keyof typeof tablesErrorText.kinds])[] = [
  ['%PDF', 'pdf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['II*\0', 'picture'],
  ['{\\rtf', 'textDocument'],
  ['%!PS', 'printDocument'],
  ['SQLite format 3\0', 'database'],
  ['bplist00', 'macSettings'],
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
    throw notTaken(tablesErrorText.otherKind(fileName, tablesErrorText.kinds[other[1]]));
  }
}

const holds = (bytes: Buffer, name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));

function compoundFile(bytes: Buffer, fileName: string): string {
  if (holds(bytes, 'EncryptedPackage')) {
    return tablesErrorText.password(fileName);
  }
  if (holds(bytes, '__substg1.0_') || holds(bytes, '__properties_version1.0')) {
    return tablesErrorText.outlookMessage(fileName);
  }
  if (holds(bytes, 'WordDocument')) {
    return tablesErrorText.docx(fileName);
  }
  return oldExcel(fileName);
}

const oldExcel = (fileName: string): string => tablesErrorText.oldExcel(fileName);
