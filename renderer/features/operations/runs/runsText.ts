/** What people read about runs. */
export const runsText = {
  runTitle: (runId: string) => `Run ${runId}`,
  running: 'Running',
  changesTitle: 'Done, skipped and waiting',
  readFailed: 'Could not read the changes',

  paused: 'Paused',
  inAccounts: (count: string) => `In ${count}`,
  resume: 'Continue',
  resumeRun: (title: string) => `Continue: ${title}`,
  pause: 'Pause',
  pauseRun: (title: string) => `Pause: ${title}`,
  stopRun: (title: string) => `Stop: ${title}`,
  progressOf: (title: string) => `Progress of ${title}`,
  account: 'Account',
  progress: 'Progress',

  stop: 'Stop',
  stopTitle: (count: string) => `Stop ${count}?`,
  stopConfirm: (count: string) => `Stop ${count}`,
  stopFailed: 'Could not stop',
  stopCancel: 'Keep them',
  sendingNote: (count: string, verb: string) =>
    ` ${count} ${verb} on the way to Amazon and cannot be called back.`,

  ended: 'Ended',
  endedDescription: 'The latest. Activity has the whole record.',
  runColumn: 'Asked for',
  result: 'Result',
  when: 'When',
};
