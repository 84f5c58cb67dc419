import { byCount } from '../../../../shared/text/pluralize';
import { formatNumber } from '../../../../shared/text/formats';

/** What people read about runs. */
export const runsText = {
  runTitle: (runId: string) => `Run ${runId}`,
  running: 'Running',
  changesTitle: 'Done, skipped and waiting',
  readFailed: 'Couldn’t read the changes',

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
  stopFailed: 'Couldn’t stop',
  stopCancel: 'Keep them',
  stopEffect:
    'Waiting changes won’t be sent. They’re listed under Operations as stopped, where you can retry them.',
  sendingNote: (count: number) =>
    byCount(
      count,
      '1 change is already on the way to Amazon and can’t be stopped.',
      `${formatNumber(count)} changes are already on the way to Amazon and can’t be stopped.`,
    ),

  ended: 'Finished',
  endedDescription: 'The latest changes. See Activity for the full record.',
  runColumn: 'Requested',
  result: 'Result',
  when: 'When',
};
