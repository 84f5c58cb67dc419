import { pluralize } from '../../text/pluralize';
import { formatList } from '../../text/formats';
import type { OpenChanges } from './teamStatus';

/** What isn't ended yet, as in "3 changes wait and 1 change is unconfirmed". */
export const openText = ({ waiting, unconfirmed }: OpenChanges): string =>
  formatList([
    ...(waiting === 0 ? [] : [pluralize(waiting, 'change waits', 'changes wait')]),
    ...(unconfirmed === 0
      ? []
      : [pluralize(unconfirmed, 'change is unconfirmed', 'changes are unconfirmed')]),
  ]);
