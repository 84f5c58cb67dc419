/** Words around a printed document, and error messages of this folder. */
export const printingText = {
  page: 'Page',
  of: 'of',
  notPrinted:
    'The PDF couldn’t be created because the part of the app that creates it stopped. Nothing was saved. Try again, or save it as CSV.',
  tookTooLong:
    'The PDF couldn’t be created because it took too long. Nothing was saved. Try again, or save it as CSV.',
};
