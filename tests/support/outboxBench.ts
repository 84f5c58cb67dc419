import { createActivity } from '../../main/activity/activity';
import type { AdsClient } from '../../main/amazonAds/client';
import { createOutbox, type Outbox } from '../../main/outbox/outbox';
import type { Database } from '../../main/storage/database';
import type { AccountRef } from '../../shared/domain/account';
import type { Operation } from '../../shared/domain/operation';
import { clientTo } from './loopbackAmazon';

export interface OutboxBench {
  readonly outbox: Outbox;
  /** Every account the outbox asked to refresh. */
  readonly refreshed: AccountRef[];
  readonly events: string[];
  /** The whole journal, oldest first. */
  readonly operations: () => Operation[];
}

/** An outbox over a real database; its clock gains a ms with every look at it. */
export function outboxOver(
  db: Database,
  clientOf: string | ((connectionId: string) => Promise<AdsClient>),
  refresh: () => Promise<unknown> = () => Promise.resolve(),
): OutboxBench {
  const refreshed: AccountRef[] = [];
  const events: string[] = [];
  let clock = 1_764_000_000_000;
  const outbox = createOutbox({
    db,
    clientOf: typeof clientOf === 'string' ? () => Promise.resolve(clientTo(clientOf)) : clientOf,
    now: () => (clock += 1),
    changed: (topic) => events.push(topic),
    activity: createActivity(db),
    actorOf: (connectionId) => ({ connectionLabel: `Label of ${connectionId}`, actor: 'Dana' }),
    access: {
      refreshInvitations: async (accounts) => {
        refreshed.push(...accounts);
        await refresh();
        return [];
      },
    },
  });
  return {
    outbox,
    refreshed,
    events,
    operations: () => outbox.operations({ limit: 1000, offset: 0 }).operations.reverse(),
  };
}
