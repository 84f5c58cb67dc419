/** Error messages of this folder: what happened and what to do. */
export const importErrorText = {
  /** @param severalAccounts each row is added once per account */
  addsTooMany: (rows: string, max: string, severalAccounts: boolean) =>
    severalAccounts
      ? `This would add ${rows}, but you can add at most ${max} at a time. Select fewer accounts, and import the rest later.`
      : `This would add ${rows}, but you can add at most ${max} at a time. Split the file, and import the rest later.`,
  noRowsBelow: (fileName: string) =>
    `${fileName} has headers but no rows below them. Fill it in, or select another file.`,
  namesUnclear: (fileName: string) =>
    `Some names in ${fileName} can be read in more than one way. Select the right one, then add the rows.`,
  addressesUnclear: (fileName: string) =>
    `${fileName} has more than one column of email addresses, or only someone else’s. Select the column with the people to invite, then add the rows.`,
  textTooLong: (fileName: string, row: string, column: string, length: string) =>
    `${fileName}, row ${row}: the text for “${column}” has ${length} characters. The maximum is 2,000. Shorten it in the file, or leave the column out.`,
  roomForAll: (name: string, rows: string) =>
    `“${name}” has room for all ${rows} now. Go back to the review, then add them.`,
  noRoomForAll: (name: string, rows: string) =>
    `“${name}” can’t hold all ${rows}. Go back to the review to see which batches they go into, then add them.`,
  cellTooLong: 'Longer than 2,000 characters: shorten it in the file first',
};
