import { CodedError } from '../../../../shared/errors';
import { formatNumber } from '../../../../shared/text/formats';
import { notTaken, placeIn } from '../troubles';
import { UnpacksToTooMuch, type Archive } from './archive';
import { BadCell, HoldsTooMuch } from './sheetRows';
import { NotWellFormed } from './xml';
import { workbookErrorText } from './workbookErrorText';

/** Why a workbook can't be read, with what to do. @param thrown the error that reading ended with */
export function refusalOf(thrown: unknown, fileName: string, limits: { readonly rows: number }): CodedError {
  if (thrown instanceof CodedError) return thrown;
  if (thrown instanceof UnpacksToTooMuch) {
    return notTaken(workbookErrorText.unpacksTooLarge(fileName));
  }
  if (thrown instanceof HoldsTooMuch) return tooMuch(thrown, fileName, limits);
  if (thrown instanceof BadCell) {
    return notTaken(
      workbookErrorText.cellNotRead(placeIn(fileName, thrown.rowNumber, thrown.column), otherProgram),
    );
  }
  if (thrown instanceof NotWellFormed) return notTaken(workbookErrorText.notRead(fileName, otherProgram));
  return notTaken(workbookErrorText.damaged(fileName));
}

const otherProgram =
  'it was written by a program other than Excel, in an unusual way. Open it in Excel, save it as a new .xlsx, and select that.';

function tooMuch({ what }: HoldsTooMuch, fileName: string, { rows }: { readonly rows: number }): CodedError {
  switch (what) {
    case 'rows':
      return notTaken(workbookErrorText.tooManyRows(fileName, formatNumber(rows)));
    case 'cells':
      return notTaken(workbookErrorText.tooWide(fileName));
    case 'text':
      return notTaken(workbookErrorText.tooMuchText(fileName));
  }
}

/** What kind of ZIP archive it is if it isn't a supported workbook, by its parts. */
const otherArchives: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.bin$/, 'an Excel binary workbook (.xlsb). Open it in Excel and save it as .xlsx'],
  [
    /^index\/document\.iwa$|^index\.zip$/,
    'a Numbers document. Open it in Numbers and export it to Excel or CSV',
  ],
  [/^content\.xml$/, 'an OpenDocument file. Open it in LibreOffice and save it as .xlsx'],
  [/^word\//, 'a Word document. Copy the list from it and paste it instead'],
  [/^ppt\//, 'a PowerPoint file. Copy the list from it and paste it instead'],
];

/** The archive isn't a supported workbook. */
export function noWorkbook({ names }: Pick<Archive, 'names'>, fileName: string): CodedError {
  const kind = otherArchives.find(([mark]) => names.some((name) => mark.test(name)))?.[1];
  return notTaken(
    kind === undefined
      ? `${fileName} is a ZIP archive without an Excel workbook in it. If the list is packed in it, unpack it first and select the list.`
      : `${fileName} is ${kind}, then select that.`,
  );
}
