import { CodedError } from '../../../shared/errors';
import { pluralize } from '../../../shared/text/pluralize';

export const unreadableEntries = (count: number, what: 'account' | 'invitation' | 'member'): CodedError =>
  new CodedError({
    code: 'UNREADABLE_ANSWER',
    message: `Amazon listed ${pluralize(count, what)} without an ID. The others were stored. Refresh again later to see whether Amazon has fixed its answer.`,
    retryable: true,
  });
