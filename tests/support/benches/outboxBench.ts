import { createAccess } from '../../../main/access/access';
import type { Members } from '../../../main/access/members/members';
import { type Access } from '../../../main/access/types';
import { createActivity } from '../../../main/activity/activity';
import type { AdsClient } from '../../../main/amazonAds/client/client';
import { createOutbox, type Outbox, type OutboxWaits } from '../../../main/outbox/outbox';
import { nothingShared, type AccountTurns } from '../../../main/outbox/sending/turns/accountTurns';
import type { Clock } from '../../../main/amazonAds/pacing/pace';
import { createPaces, type Paces } from '../../../main/amazonAds/pacing/paces';
import type { Database } from '../../../main/storage/database';
import type { AccountRef } from '../../../shared/domain/account/account';
import type { Operation } from '../../../shared/domain/outbox/operation';
import type { TypingRule } from '../../../shared/domain/outbox/agreement';
import { membersOver } from '../fixtures/membersOver';
import { agreeing, type AgreeingOutbox } from './agreeing';
import { clientTo } from '../amazon/loopbackAmazon';

export interface OutboxBench {
  readonly outbox: AgreeingOutbox;
  /** The outbox itself, whose commands carry what was agreed. */
  readonly own: Outbox;
  readonly paces: Paces;
  readonly access: Access;
  readonly members: Members;
  /** Every account whose pending list was read. */
  readonly readings: AccountRef[];
  readonly events: string[];
  /** The whole journal, oldest first. */
  readonly operations: () => Operation[];
}

/** No number has to be typed, so every run starts at once. */
const noNumbers: TypingRule = { typeNumberFromInvitations: 0, typeNumberFromAdmins: 0 };

/** An outbox over a real database; its clock advances by one ms with every call. */
export function outboxOver(
  db: Database,
  clientOf: string | ((connectionId: string) => Promise<AdsClient>),
  {
    clock: given,
    typingRule = noNumbers,
    turns = nothingShared,
    ...waits
  }: OutboxWaits & {
    readonly clock?: Partial<Clock>;
    readonly typingRule?: TypingRule;
    readonly turns?: AccountTurns;
  } = {},
): OutboxBench {
  const readings: AccountRef[] = [];
  const events: string[] = [];
  const client = typeof clientOf === 'string' ? always(clientTo(clientOf)) : clientOf;
  const changed = (topic: string): void => {
    events.push(topic);
  };
  let at = 1_764_000_000_000;
  const clock = { now: () => (at += 1), monotonic: () => performance.now(), random: () => 0, ...given };
  const access = createAccess({ db, clientOf: client, realmOf: () => 'sandbox', changed, now: clock.now });
  const paces = createPaces(clock, () => {
    changed('operations.changed');
  });
  const members = membersOver({ db, clientOf: client, paces, changed, ...clock });
  const own = createOutbox(
    {
      db,
      clientOf: client,
      changed,
      paces,
      activity: createActivity(db),
      turns,
      typingRule: () => typingRule,
      actorOf: (connectionId) => ({ connectionLabel: `Label of ${connectionId}`, actor: 'Dana' }),
      access: {
        readPending: async (account) => {
          readings.push(account);
          return access.readPending(account);
        },
        amazonsState: access.amazonsState,
        usersNow: access.usersNow,
        onRefreshed: access.onRefreshed,
      },
      members,
      ...clock,
    },
    waits,
  );
  const outbox = agreeing(own);
  return {
    outbox,
    own,
    paces,
    access,
    members,
    readings,
    events,
    operations: () => outbox.operations({ limit: 1000, offset: 0 }).operations.reverse(),
  };
}

const always = (client: AdsClient) => (): Promise<AdsClient> => Promise.resolve(client);
