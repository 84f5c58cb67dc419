import { CodedError } from '../../../shared/errors';

export const unreadableEntries = (count: number, what: 'account' | 'invitation' | 'member'): CodedError =>
  new CodedError({
    code: 'UNREADABLE_ANSWER',
    message: `Amazon listed ${String(count)} ${what}${count === 1 ? '' : 's'} without an id. The others were stored. Refresh again later to see whether Amazon has fixed its answer.`,
    retryable: true,
  });
