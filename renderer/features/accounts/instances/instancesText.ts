import type { KnownInstance } from '../../../../shared/domain/account/instance';
import { formatList } from '../../../../shared/text/formats';
import { pluralize } from '../../../../shared/text/pluralize';

/** What people read about the instances of an account. */
export const instancesText = {
  count: (instances: readonly KnownInstance[] | null) =>
    instances === null ? 'Instances unknown' : pluralize(instances.length, 'instance'),
  header: 'Instances',
  close: 'Close the instances',
  neverRead: 'Amazon hasn’t been asked for the instances of this account yet.',
  none: 'Amazon lists no instances in this account.',
  failed: (isKnown: boolean) =>
    isKnown ? 'The latest reading failed, so this may be out of date' : 'The instances couldn’t be read',
  read: 'Read',
  readAgain: 'Read again',
  reading: 'Reading',
  /** Types and status as Amazon writes them: what they mean isn't documented. */
  facts: ({ name, instanceId, types, status }: KnownInstance) =>
    [
      ...(name === instanceId ? [] : [instanceId]),
      types.length === 0 ? 'type not named' : formatList(types),
      status === null ? 'status not named' : `status ${status}`,
    ].join(' · '),
};
