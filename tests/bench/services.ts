import { createAccess } from '../../main/access/access';
import { type Access } from '../../main/access/types';
import { createActivity } from '../../main/activity/activity';
import { createAdsClient } from '../../main/amazonAds/client/client';
import { createPaces } from '../../main/amazonAds/pacing/paces';
import { createBatches, type Batches } from '../../main/batches/batches';
import { createOutbox, type Outbox } from '../../main/outbox/outbox';
import { nothingShared } from '../../main/outbox/sending/turns/accountTurns';
import { sandboxClient } from '../../main/sandbox/endpoints';
import type { Database } from '../../main/storage/database';
import type { Team } from '../../main/team/team';
import type { AccountRef } from '../../shared/domain/account/account';
import { defaultSettings } from '../../shared/domain/settings';
import { membersOver } from '../support/fixtures/membersOver';
import { addConnection } from '../support/fixtures/store';

/** Signed-in access to a sandbox. */
export interface Entry {
  readonly apiUrl: string;
  readonly accessToken: string;
}

export interface MeasuredServices {
  readonly access: Access;
  readonly outbox: Outbox;
  /** Reads all accounts. @returns this many that allow inviting; throws if there are fewer */
  readonly accountsToInviteTo: (count: number) => Promise<AccountRef[]>;
}

/** No number has to be typed. */
const noNumbers = { typeNumberFromInvitations: 0, typeNumberFromAdmins: 0 };

/** As in the app, except for the sign-in. @param team that shares accounts; null: none */
export function servicesOver(
  db: Database,
  { apiUrl, accessToken }: Entry,
  team: Team | null = null,
): MeasuredServices {
  const connectionId = 'bench';
  addConnection(db, connectionId);
  const client = createAdsClient({
    apiUrl,
    clientId: sandboxClient.clientId,
    getToken: () => Promise.resolve(accessToken),
  });
  const changed = (topic: string): void => {
    if (topic === 'operations.changed') team?.link.reportSoon();
  };
  const shared = { db, clientOf: () => Promise.resolve(client), now: Date.now, changed };
  const access = createAccess({ ...shared, realmOf: () => 'sandbox' });
  const clock = { now: Date.now, monotonic: () => performance.now(), random: Math.random };
  const paces = createPaces(clock, () => undefined);
  const outbox = createOutbox({
    ...shared,
    ...clock,
    paces,
    access,
    members: membersOver({ ...shared, ...clock, paces }),
    activity: createActivity(db),
    turns: team?.turns ?? nothingShared,
    typingRule: () => noNumbers,
    actorOf: () => ({ connectionLabel: 'Bench', actor: 'Dana Whitfield' }),
  });
  return {
    access,
    outbox,
    async accountsToInviteTo(count) {
      await access.refreshAccounts(connectionId);
      const open = access.listAccounts({ connectionId }).filter(({ canInvite }) => canInvite === true);
      if (open.length < count) throw new Error(`Only ${String(open.length)} accounts can be invited to.`);
      return open.slice(0, count).map(({ accountId }) => ({ connectionId, accountId }));
    },
  };
}

/** Batches as in the app, without access to Amazon. */
export const batchesOver = (db: Database): Batches =>
  createBatches({
    db,
    access: { refreshInvitations: () => Promise.resolve([]) },
    houseRules: () => defaultSettings,
    now: Date.now,
    changed: () => undefined,
  });
