/** What people read about changes in doubt. */
export const doubtsText = {
  // DoubtsTable
  inDoubt: 'In doubt',
  description:
    'The request left this computer, but no clear answer came. The app reads Amazon’s list and settles what it can.',
  selectionLabel: 'Choose changes in doubt',
  checkAgain: 'Check again',
  checkAgainFor: (name: string) => `Check again for ${name}`,
  decide: 'Decide',
  noDoubts: 'Nothing is in doubt.',
  readFailed: 'Could not read what is in doubt',
  checkFailed: 'Could not check again',
  findingColumn: 'What Amazon’s list told',
  decision: 'Decision',

  // DecideDialog
  decideAbout: (subject: string) => `Decide about ${subject}`,
  decideFailed: 'Not every decision was taken over',
  decisionForAll: 'The decision counts for all of them. Close this to decide about each by itself.',
  outcomeQuestion: 'What became of it?',
  outcomeMissing: 'Choose what became of it.',
  done: 'It was done',
  doneHint: 'You know it for certain, for example because the person has the email.',
  notDone: 'It was not done',
  notDoneHint: 'It is listed under Failed then, where you can try it again later.',
  sendAgain: 'Send again',
  sendAgainHint: 'Counts as not done, and is sent once more right away.',
  tooEarlyHint: 'You can choose this once Amazon’s list was read: until then Amazon may still carry it out.',
  candidateMissing: 'Choose which one it is.',

  // CandidatePicker
  candidateQuestion: 'Which one in Amazon’s list?',
  candidateUnknown: 'I cannot tell which',
};
