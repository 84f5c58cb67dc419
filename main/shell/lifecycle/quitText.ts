import { formatNumber } from '../../../shared/text/formats';
import { byCount } from '../../../shared/text/pluralize';

/** What people read when they quit while changes are being sent. */
export const quitText = {
  keepRunning: 'Keep running',
  quit: 'Quit',
  arriving: (count: number) =>
    byCount(
      count,
      '1 change is on the way to Amazon. The app quits once the answer arrives.',
      `${formatNumber(count)} changes are on the way to Amazon. The app quits once the answer arrives.`,
    ),
  beingSent: 'Changes are being sent right now.',
  waiting: (count: number) =>
    byCount(
      count,
      '1 change is still waiting to be sent.',
      `${formatNumber(count)} changes are still waiting to be sent.`,
    ),
  sentAtNextLaunch: 'Waiting changes stay on this computer and are sent at the next launch.',
  resumedAtNextLaunch:
    'Waiting changes stay on this computer and continue when you resume them at the next launch.',
  notStarted: (count: number) =>
    byCount(count, '1 change hasn’t started.', `${formatNumber(count)} changes haven’t started.`),
  pausedAtQuit: 'They stay on this computer, paused, until you resume them.',
};
