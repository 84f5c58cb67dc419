/** Error messages of this folder: what happened and what to do. */
export const textTableErrorText = {
  emailMessage: (fileName: string) =>
    `${fileName} is an email message, not a table. Copy the addresses from its To and Cc lines and paste them as text.`,
  quoteNotClosed: (place: string) =>
    `${place}: a quotation mark is opened and never closed. Close it or delete it, then open the file again.`,
  nulCharacter: (place: string) =>
    `${place} holds a NUL character, which no text has: the file is damaged or no table. Save it again as CSV (UTF-8) or as .xlsx.`,
  tooManyLines: (fileName: string, max: string) =>
    `${fileName} has more than ${max} lines. Delete the empty ones, or save the list alone in a new file.`,
};
