import { CodedError } from '../../../../shared/errors';
import { formatNumber } from '../../../../shared/text/formats';
import { notTaken, placeIn } from '../troubles';
import { UnpacksToTooMuch, type Archive } from './archive';
import { BadCell, HoldsTooMuch } from './sheetRows';
import { NotWellFormed } from './xml';

/** Why a workbook is not read, with the remedy. @param thrown what its reading ended with */
export function refusalOf(thrown: unknown, fileName: string, limits: { readonly rows: number }): CodedError {
  if (thrown instanceof CodedError) return thrown;
  if (thrown instanceof UnpacksToTooMuch) {
    return notTaken(
      `${fileName} unpacks to more than 300 MB, which no list of people does. Save the list alone as a new workbook.`,
    );
  }
  if (thrown instanceof HoldsTooMuch) return tooMuch(thrown, fileName, limits);
  if (thrown instanceof BadCell) {
    return notTaken(`${placeIn(fileName, thrown.rowNumber, thrown.column)} can’t be read: ${otherProgram}`);
  }
  if (thrown instanceof NotWellFormed) return notTaken(`${fileName} can’t be read: ${otherProgram}`);
  return notTaken(
    `${fileName} is damaged or not an Excel workbook. It can’t be unpacked: get the file again from its source, or open it in Excel, let Excel repair it, and save it as a new .xlsx.`,
  );
}

const otherProgram =
  'it was written by a program other than Excel, in an unusual way. Open it in Excel, save it as a new .xlsx, and select that.';

function tooMuch({ what }: HoldsTooMuch, fileName: string, { rows }: { readonly rows: number }): CodedError {
  switch (what) {
    case 'rows':
      return notTaken(
        `${fileName} holds more than ${formatNumber(rows)} rows. Split it into several files, or save the list alone as a new workbook.`,
      );
    case 'cells':
      return notTaken(
        `${fileName} has rows that reach too far to the right. Clear what is beside the list, or save the list alone as a new workbook.`,
      );
    case 'text':
      return notTaken(
        `${fileName} holds more text than a list of people does. Save the list alone as a new workbook.`,
      );
  }
}

/** What a ZIP archive without a workbook of ours is, by the parts in it. */
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

/** The archive is none of a workbook that is read here. */
export function noWorkbook({ names }: Pick<Archive, 'names'>, fileName: string): CodedError {
  const kind = otherArchives.find(([mark]) => names.some((name) => mark.test(name)))?.[1];
  return notTaken(
    kind === undefined
      ? `${fileName} is a ZIP archive without an Excel workbook in it. If the list is packed in it, unpack it first and select the list.`
      : `${fileName} is ${kind}, then select that.`,
  );
}
