/** Error messages of this folder: what happened and what to do. */
export const batchFileErrorText = {
  tooLarge: 'Batch files have at most 20 MB. Ask for the batch in several files.',
  tooLargeToWrite: 'The file would have more than 20 MB. Split the batch.',
  notCanonical:
    'This isn’t a complete batch file: it was cut off or changed on the way. Ask for it again, as an attachment.',
  otherFormat: 'This isn’t a batch file of AMC Access Manager.',
  newer: 'A newer version of AMC Access Manager wrote this file. Update the app, then open it again.',
  unexpected: 'This batch file contains something the app wouldn’t have written. Nothing was opened.',
  wrongSignature:
    'This file was changed after it was signed, so nothing was opened. Ask your colleague for it again.',
};
