/** Error messages of this folder: what happened and what to do. */
export const textTableErrorText = {
  emailMessage: (fileName: string) =>
    `${fileName} is an email message, not a table. Copy the addresses from its To and Cc lines and paste them as text.`,
  quoteNotClosed: (place: string) =>
    `${place}: a quotation mark is never closed. Close it or delete it, then open the file again.`,
  nulCharacter: (place: string) =>
    `${place} contains a NUL character, so the file is damaged or isn’t a text file. Save it again as CSV (UTF-8) or .xlsx.`,
  tooManyLines: (fileName: string, max: string) =>
    `${fileName} has more than ${max} lines. Delete the empty ones, or save the list alone in a new file.`,
  webPageWithoutTable: (name: string) =>
    `${name} is a web page (HTML) without a table, often the sign-in page of the site it came from. Sign in there, download the list again, and select that file.`,
  xmlSpreadsheet: (name: string) =>
    `${name} is an XML spreadsheet of Excel 2003. Open it in Excel, save it as .xlsx, and select that file.`,
  openDocument: (name: string) =>
    `${name} is an OpenDocument file. Open it in LibreOffice or Excel, save it as .xlsx, and select that file.`,
  xml: (name: string) =>
    `${name} is XML, which isn’t a table. Export the list as CSV or .xlsx where it came from, and select that file.`,
  contactCards: (name: string) =>
    `${name} contains contact cards (vCard), not a table. Import them into your address book, export that as CSV, and select the exported file.`,
  calendar: (name: string) =>
    `${name} is a calendar, not a table. Export the list of attendees as CSV, or paste their addresses as text.`,
  json: (name: string) =>
    `${name} is JSON, which isn’t a table. Export the list as CSV or .xlsx where it came from, and select that file.`,
  webPage: (name: string) =>
    `${name} is a web page (HTML). Open it in Excel, save it as .xlsx, and select that file.`,
  webPageNamed: (name: string, extension: string) =>
    `${name} is a web page (HTML) named ${extension}. Open it in Excel, save it as .xlsx, and select that file.`,
};
