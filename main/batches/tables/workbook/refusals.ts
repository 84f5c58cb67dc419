import { CodedError } from '../../../../shared/errors';
import { formatNumber } from '../../../../shared/text/formats';
import { notTaken, placeIn } from '../troubles';
import { UnpacksToTooMuch, type Archive } from './archive';
import { BadCell } from './sheetCell';
import { HoldsTooMuch } from './sheetRows';
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
    return notTaken(workbookErrorText.notRead(placeIn(fileName, thrown.rowNumber, thrown.column)));
  }
  if (thrown instanceof NotWellFormed) return notTaken(workbookErrorText.notRead(fileName));
  return notTaken(workbookErrorText.damaged(fileName));
}

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
const otherArchives: readonly (readonly [RegExp, (fileName: string) => string])[] = [
  [/^xl\/workbook\.bin$/, workbookErrorText.binaryWorkbook],
  [/^index\/document\.iwa$|^index\.zip$/, workbookErrorText.numbers],
  [/^content\.xml$/, workbookErrorText.openDocument],
  [/^word\//, workbookErrorText.docx],
  [/^ppt\//, workbookErrorText.powerPoint],
];

/** The archive isn't a supported workbook. */
export function noWorkbook({ names }: Pick<Archive, 'names'>, fileName: string): CodedError {
  const text = otherArchives.find(([mark]) => names.some((name) => mark.test(name)))?.[1];
  return notTaken((text ?? workbookErrorText.otherArchive)(fileName));
}
