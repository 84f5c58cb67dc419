/** What people read about changes in doubt. */
export const doubtsText = {
  decisionForOne: '{change} in {account}. {finding}' as const,
  changeOf: (
    change: string,
    {
      userName,
      emailAddress,
      userId,
    }: {
      readonly userName: string;
      readonly emailAddress: string;
      readonly userId: string | null;
    },
  ) => `${change}: ${[userName, emailAddress, userId ?? ''].filter((text) => text !== '').join(', ')}`,
  // DoubtGroups
  inDoubt: 'Unconfirmed',
  description:
    'The request left this computer, but no clear answer came back. The app checks Amazon’s list and resolves what it can.',
  checkAgain: 'Check again',
  checkAgainFor: (name: string) => `Check again for ${name}`,
  decide: 'Resolve',
  readFailed: 'Couldn’t read the unconfirmed changes',
  checkFailed: 'Couldn’t check again',
  findingColumn: 'What Amazon’s list shows',
  decision: 'Decision',
  sent: 'sent',
  sentUnknown: 'at an unknown time',

  // DecideDialog
  resolveSeveral: (countedChanges: string) => `Resolve ${countedChanges}`,
  resolveFor: (name: string) => `Resolve the change for ${name}`,
  decideFailed: 'Not every decision was saved',
  decisionForAll: 'This decision applies to all of them. Close this to resolve them one by one.',
  outcomeQuestion: 'What happened?',
  outcomeMissing: 'Select what happened.',
  done: 'It was done',
  doneHint: 'You know for certain, for example because the person got the email.',
  notDone: 'It was not done',
  notDoneHint: 'It moves to Failed, where you can retry it.',
  sendAgain: 'Send again',
  sendAgainHint: 'It counts as not done and is sent again right away.',
  tooEarlyHint: 'Available once Amazon’s list has been read. Until then, Amazon may still carry it out.',
  candidateMissing: 'Select which one it is.',

  // CandidatePicker
  candidateQuestion: 'Which one in Amazon’s list?',
  candidateUnknown: 'I don’t know which',
};
