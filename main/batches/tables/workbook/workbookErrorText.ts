/** Error messages of this folder: what happened and what to do. */
export const workbookErrorText = {
  unpacksTooLarge: (fileName: string) =>
    `${fileName} unpacks to more than 300 MB, far more than a list of people. Save only the list as a new workbook.`,
  /** @param place a cell, or the file as a whole */
  notRead: (place: string) =>
    `${place} can’t be read because it was written by a program other than Excel, in an unusual way. Open it in Excel, save it as a new .xlsx, and select that.`,
  damaged: (fileName: string) =>
    `${fileName} is damaged or not an Excel workbook. It can’t be unpacked: get the file again from its source, or open it in Excel, let Excel repair it, and save it as a new .xlsx.`,
  tooManyRows: (fileName: string, max: string) =>
    `${fileName} has more than ${max} rows. Split it into several files, or save only the list as a new workbook.`,
  tooWide: (fileName: string) =>
    `${fileName} has rows that reach too far to the right. Clear what is beside the list, or save only the list as a new workbook.`,
  tooMuchText: (fileName: string) =>
    `${fileName} has more text than a list of people. Save only the list as a new workbook.`,
  binaryWorkbook: (fileName: string) =>
    `${fileName} is an Excel binary workbook (.xlsb). Open it in Excel and save it as .xlsx, then select that.`,
  numbers: (fileName: string) =>
    `${fileName} is a Numbers document. Open it in Numbers and export it to Excel or CSV, then select that.`,
  openDocument: (fileName: string) =>
    `${fileName} is an OpenDocument file. Open it in LibreOffice and save it as .xlsx, then select that.`,
  docx: (fileName: string) => `${fileName} is a Word document. Copy the list from it and paste it instead.`,
  powerPoint: (fileName: string) =>
    `${fileName} is a PowerPoint file. Copy the list from it and paste it instead.`,
  otherArchive: (fileName: string) =>
    `${fileName} is a ZIP archive without an Excel workbook in it. If the list is packed in it, unpack it first and select the list.`,
};
