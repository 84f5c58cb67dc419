/** Error messages of this folder: what happened and what to do. */
export const helpersErrorText = {
  exportEnded:
    'The file couldn’t be created because the part of the app that creates it stopped. Try again; a smaller selection needs less memory.',
  sandboxUnavailable:
    'The sandbox couldn’t be started on this computer. Try again. If it happens again, restart the app.',
  readingTooLarge: (limit: string) =>
    `Reading this file takes more than ${limit} of memory, so it was stopped. Save only the list in a new file, or as CSV, and select that file.`,
  writingTooLarge: (limit: string) =>
    `Making this file takes more than ${limit} of memory, so it was stopped. Save it as CSV.`,
  readingEnded:
    'The file couldn’t be read because the part of the app that reads files stopped. Save only the list in a new file, or as CSV, and select that file.',
  batchFileReadingEnded:
    'The batch file couldn’t be read because the part of the app that reads it stopped. Nothing was opened. Try again.',
  batchFileWritingEnded:
    'The batch file couldn’t be created because the part of the app that creates it stopped. The batch is unchanged. Try again.',
  writingEnded:
    'The file couldn’t be created because the part of the app that creates it stopped. Try again; CSV needs less memory.',
};
