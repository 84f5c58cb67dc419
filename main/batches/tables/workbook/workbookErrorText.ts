/** Error messages of this folder: what happened and what to do. */
export const workbookErrorText = {
  unpacksTooLarge: (fileName: string) =>
    `${fileName} unpacks to more than 300 MB, which no list of people does. Save the list alone as a new workbook.`,
  cellNotRead: (place: string, remedy: string) => `${place} can’t be read: ${remedy}`,
  notRead: (fileName: string, remedy: string) => `${fileName} can’t be read: ${remedy}`,
  damaged: (fileName: string) =>
    `${fileName} is damaged or not an Excel workbook. It can’t be unpacked: get the file again from its source, or open it in Excel, let Excel repair it, and save it as a new .xlsx.`,
  tooManyRows: (fileName: string, max: string) =>
    `${fileName} holds more than ${max} rows. Split it into several files, or save the list alone as a new workbook.`,
  tooWide: (fileName: string) =>
    `${fileName} has rows that reach too far to the right. Clear what is beside the list, or save the list alone as a new workbook.`,
  tooMuchText: (fileName: string) =>
    `${fileName} holds more text than a list of people does. Save the list alone as a new workbook.`,
};
